using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AotNeuro.Generator.Parsing;

/// <summary>
/// Reads the body of a neuron type's method into nodes. Variables are followed through assignments, so that the graph has
/// values only; <c>if</c> runs both branches and selects.
/// </summary>
internal sealed class NeuronBodyParser(
    NeuronGraphBuilder graph,
    SemanticModel semantics,
    HashSet<string> parameters,
    HashSet<string> states,
    Action<string, SyntaxNode> report)
{
    private const string FieldPrefix = "this.";

    private static readonly Dictionary<SyntaxKind, NeuronOp> BinaryOps = new()
    {
        [SyntaxKind.AddExpression] = NeuronOp.Add,
        [SyntaxKind.SubtractExpression] = NeuronOp.Subtract,
        [SyntaxKind.MultiplyExpression] = NeuronOp.Multiply,
        [SyntaxKind.DivideExpression] = NeuronOp.Divide,
        [SyntaxKind.LessThanExpression] = NeuronOp.Less,
        [SyntaxKind.LessThanOrEqualExpression] = NeuronOp.LessOrEqual,
        [SyntaxKind.GreaterThanExpression] = NeuronOp.Greater,
        [SyntaxKind.GreaterThanOrEqualExpression] = NeuronOp.GreaterOrEqual,
        [SyntaxKind.EqualsExpression] = NeuronOp.Equal,
        [SyntaxKind.LogicalAndExpression] = NeuronOp.And,
        [SyntaxKind.BitwiseAndExpression] = NeuronOp.And,
        [SyntaxKind.LogicalOrExpression] = NeuronOp.Or,
        [SyntaxKind.BitwiseOrExpression] = NeuronOp.Or,
    };

    private static readonly Dictionary<SyntaxKind, NeuronOp> CompoundOps = new()
    {
        [SyntaxKind.AddAssignmentExpression] = NeuronOp.Add,
        [SyntaxKind.SubtractAssignmentExpression] = NeuronOp.Subtract,
        [SyntaxKind.MultiplyAssignmentExpression] = NeuronOp.Multiply,
        [SyntaxKind.DivideAssignmentExpression] = NeuronOp.Divide,
    };

    private static readonly Dictionary<string, (NeuronOp Op, int Arity)> Functions = new()
    {
        ["Max"] = (NeuronOp.Max, 2),
        ["Min"] = (NeuronOp.Min, 2),
        ["Abs"] = (NeuronOp.Abs, 1),
        ["Sqrt"] = (NeuronOp.Sqrt, 1),
        ["Floor"] = (NeuronOp.Floor, 1),
        ["Exp"] = (NeuronOp.Exp, 1),
        ["Log"] = (NeuronOp.Log, 1),
        ["Log1P"] = (NeuronOp.Log1P, 1),
        ["Expm1"] = (NeuronOp.Expm1, 1),
        ["Sin"] = (NeuronOp.Sin, 1),
        ["Cos"] = (NeuronOp.Cos, 1),
        ["Tanh"] = (NeuronOp.Tanh, 1),
    };

    private readonly HashSet<string> _locals = [];
    private Dictionary<string, int> _values = [];

    /// <summary>The result of the method, -1 if it has none.</summary>
    public int Result { get; private set; } = -1;

    /// <summary>The node that holds a state after the method, -1 if the method does not assign it.</summary>
    public int StateAfter(string state) => _values.TryGetValue(FieldPrefix + state, out int index) ? index : -1;

    public void Read(MethodDeclarationSyntax method, params (string Name, int Node)[] arguments)
    {
        foreach ((string name, int node) in arguments)
        {
            _locals.Add(name);
            _values[name] = node;
        }

        if (method.ExpressionBody is { } arrow)
        {
            ReadExpressionStatement(arrow.Expression, isResult: method.ReturnType.ToString() != "void");
        }
        else if (method.Body is { } body)
        {
            ReadBlock(body);
        }
    }

    private void ReadExpressionStatement(ExpressionSyntax expression, bool isResult)
    {
        if (isResult)
        {
            Result = ReadValue(expression);
        }
        else if (expression is AssignmentExpressionSyntax assignment)
        {
            Assign(assignment);
        }
        else
        {
            report("only assignments to local variables and states can stand here", expression);
        }
    }

    private void ReadBlock(BlockSyntax block)
    {
        foreach (StatementSyntax statement in block.Statements)
        {
            if (Result >= 0)
            {
                report("'return' must be the last statement of the step", statement);
                return;
            }

            ReadStatement(statement);
        }
    }

    private void ReadStatement(StatementSyntax statement)
    {
        switch (statement)
        {
            case BlockSyntax block:
                ReadBlock(block);
                break;
            case LocalDeclarationStatementSyntax local:
                foreach (VariableDeclaratorSyntax variable in local.Declaration.Variables)
                {
                    if (variable.Initializer is { } initializer)
                    {
                        int value = ReadValue(initializer.Value);
                        _locals.Add(variable.Identifier.ValueText);
                        Set(variable.Identifier.ValueText, value);
                    }
                }

                break;
            case ExpressionStatementSyntax { Expression: var expression }:
                ReadExpressionStatement(expression, isResult: false);
                break;
            case IfStatementSyntax branch:
                ReadBranch(branch);
                break;
            case ReturnStatementSyntax { Expression: { } expression }:
                Result = ReadValue(expression);
                break;
            case EmptyStatementSyntax:
                break;
            default:
                report("this statement cannot be made into vector code; use local variables, assignments, 'if' and 'return'", statement);
                break;
        }
    }

    private void ReadBranch(IfStatementSyntax branch)
    {
        int condition = ReadValue(branch.Condition);
        Dictionary<string, int> before = _values;

        _values = new(before);
        ReadStatement(branch.Statement);
        Dictionary<string, int> whenTrue = _values;

        _values = new(before);
        if (branch.Else is { } otherwise)
        {
            ReadStatement(otherwise.Statement);
        }

        Dictionary<string, int> whenFalse = _values;
        if (Result >= 0)
        {
            report("'return' cannot stand inside 'if'; assign a variable and return it at the end", branch);
            return;
        }

        _values = new(before);
        foreach (string name in whenTrue.Keys.Union(whenFalse.Keys).OrderBy(name => name, StringComparer.Ordinal))
        {
            int old = ValueOf(before, name);
            int a = whenTrue.TryGetValue(name, out int t) ? t : old;
            int b = whenFalse.TryGetValue(name, out int f) ? f : old;
            if (a >= 0 && b >= 0)
            {
                Set(name, a == b ? a : graph.Add(NeuronOp.Select, condition, a, b));
            }
        }
    }

    private int ValueOf(Dictionary<string, int> values, string name) =>
        values.TryGetValue(name, out int index) ? index : IsState(name) ? graph.Add(NeuronOp.State, name: FieldOf(name)) : -1;

    private void Set(string name, int node)
    {
        _values[name] = node;
        string plain = FieldOf(name);
        graph.NameNode(node, char.ToLowerInvariant(plain[0]) + plain.Substring(1));
    }

    private void Assign(AssignmentExpressionSyntax assignment)
    {
        string? name = NameOf(assignment.Left);
        if (name is null || parameters.Contains(FieldOf(name)))
        {
            report("only local variables and states can be assigned", assignment.Left);
            return;
        }

        int value = ReadValue(assignment.Right);
        if (CompoundOps.TryGetValue(assignment.Kind(), out NeuronOp op))
        {
            value = graph.Add(op, ReadName(name, assignment.Left), value);
        }
        else if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            report("this assignment cannot be made into vector code", assignment);
        }

        Set(name, value);
    }

    /// <summary>The name of a local variable, or of a field with a prefix, since a local may hide a field.</summary>
    private string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => _locals.Contains(name) ? name : FieldPrefix + name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax member } => FieldPrefix + member.Identifier.ValueText,
        _ => null,
    };

    private static string FieldOf(string name) => name.StartsWith(FieldPrefix, StringComparison.Ordinal) ? name.Substring(FieldPrefix.Length) : name;

    private bool IsState(string name) => name.StartsWith(FieldPrefix, StringComparison.Ordinal) && states.Contains(FieldOf(name));

    private int ReadValue(ExpressionSyntax expression)
    {
        if (semantics.GetConstantValue(expression) is { HasValue: true, Value: double or int or float } constant)
        {
            return graph.Add(NeuronOp.Constant, value: Convert.ToDouble(constant.Value, System.Globalization.CultureInfo.InvariantCulture));
        }

        // Arithmetic of other types rounds or overflows in its own ways, which vectors of doubles would not follow.
        if (TypeOf(expression) is not (SpecialType.System_Double or SpecialType.System_Boolean))
        {
            return Unreadable(expression);
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return ReadValue(parenthesized.Expression);
            case BinaryExpressionSyntax binary when BinaryOps.TryGetValue(binary.Kind(), out NeuronOp op)
                && (op != NeuronOp.Equal || TypeOf(binary.Left) == SpecialType.System_Double):
                return graph.Add(op, ReadValue(binary.Left), ReadValue(binary.Right));
            case PrefixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.UnaryMinusExpression):
                return graph.Add(NeuronOp.Negate, ReadValue(unary.Operand));
            case PrefixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.LogicalNotExpression):
                return graph.Add(NeuronOp.Not, ReadValue(unary.Operand));
            case ConditionalExpressionSyntax choice:
                return graph.Add(NeuronOp.Select, ReadValue(choice.Condition), ReadValue(choice.WhenTrue), ReadValue(choice.WhenFalse));
            case InvocationExpressionSyntax call:
                return ReadCall(call);
            default:
                return NameOf(expression) is { } name ? ReadName(name, expression) : Unreadable(expression);
        }
    }

    private SpecialType TypeOf(ExpressionSyntax expression) => semantics.GetTypeInfo(expression).Type?.SpecialType ?? SpecialType.None;

    private int ReadName(string name, SyntaxNode place)
    {
        if (_values.TryGetValue(name, out int value))
        {
            return value;
        }

        string field = FieldOf(name);
        return IsState(name) ? graph.Add(NeuronOp.State, name: field)
            : parameters.Contains(field) ? graph.Add(NeuronOp.Parameter, name: field)
            : Unreadable(place);
    }

    private int ReadCall(InvocationExpressionSyntax call)
    {
        bool known = semantics.GetSymbolInfo(call).Symbol is IMethodSymbol method
            && method.ContainingType.ToDisplayString() is "System.Math" or KnownNames.PortableMath
            && Functions.TryGetValue(method.Name, out (NeuronOp Op, int Arity) function)
            && function.Arity == call.ArgumentList.Arguments.Count;
        if (!known)
        {
            return Unreadable(call);
        }

        NeuronOp op = Functions[((IMethodSymbol)semantics.GetSymbolInfo(call).Symbol!).Name].Op;
        int[] arguments = call.ArgumentList.Arguments.Select(argument => ReadValue(argument.Expression)).ToArray();
        return graph.Add(op, arguments[0], arguments.Length > 1 ? arguments[1] : -1);
    }

    private int Unreadable(SyntaxNode place)
    {
        report(
            $"'{place}' cannot be made into vector code; a step may use its parameters and states, constants, local variables, "
            + "+ - * /, comparisons, ! && ||, ?: and Math.Max, Min, Abs, Sqrt, Floor, Exp, Log, Sin, Cos, Tanh, PortableMath.Log1P, Expm1",
            place);
        return graph.Add(NeuronOp.Constant);
    }
}
