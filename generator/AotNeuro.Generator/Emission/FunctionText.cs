using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Calls of the user's functions as C#.</summary>
internal static class FunctionText
{
    /// <summary>The method, through its class or the instance, so that locals of generated code cannot hide it.</summary>
    public static string Method(ModelSpec model, FunctionSpec function) => $"{function.Owner ?? (function.IsStatic ? model.Name : "this")}.{function.Name}";

    /// <summary>A connection's function as a delegate on spans.</summary>
    public static string Delegate(ModelSpec model, FunctionSpec function)
    {
        string method = Method(model, function);
        string modifier = function.IsStatic ? "static " : "";
        if (function.Form == FunctionForm.Span)
        {
            return $"{modifier}(x, y) => {method}(x, y)";
        }

        string call = $"{method}({string.Join(", ", Enumerable.Range(0, function.Inputs).Select(i => $"x[{i}]"))})";
        return $"{modifier}(x, y) => {Assign(Enumerable.Range(0, function.Outputs).Select(i => $"y[{i}]"), call)}";
    }

    /// <summary>A node's function as a delegate on spans.</summary>
    public static string NodeDelegate(ModelSpec model, FunctionSpec function)
    {
        string method = Method(model, function);
        if (function.Form == FunctionForm.Span)
        {
            return $"(t, x, y) => {method}(t{(function.Inputs > 0 ? ", x" : "")}{(function.Outputs > 0 ? ", y" : "")})";
        }

        string call = $"{method}({string.Join(", ", new[] { "t" }.Concat(Enumerable.Range(0, function.Inputs).Select(i => $"x[{i}]")))})";
        return $"(t, x, y) => {Assign(Enumerable.Range(0, function.Outputs).Select(i => $"y[{i}]"), call)}";
    }

    /// <summary>An assignment to one target, or of a tuple to several.</summary>
    public static string Assign(IEnumerable<string> targets, string value)
    {
        string[] all = targets.ToArray();
        return all.Length == 1 ? $"{all[0]} = {value}" : $"({string.Join(", ", all)}) = {value}";
    }
}
