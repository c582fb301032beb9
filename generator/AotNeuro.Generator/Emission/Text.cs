namespace AotNeuro.Generator.Emission;

/// <summary>An expression as text, with how tightly it binds: parentheses are printed only where the meaning needs them.</summary>
internal readonly record struct Text(string Code, int Rank)
{
    private const int Or = 1;
    private const int And = 2;
    private const int Comparison = 3;
    private const int Sum = 4;
    private const int Product = 5;
    private const int Unary = 6;
    private const int Atom = 7;

    /// <summary>A name, a call or a number; a negative number binds like its sign.</summary>
    public static Text OfAtom(string code) => new(code, code[0] == '-' ? Unary : Atom);

    public static Text Call(string function, params Text[] arguments) => OfAtom($"{function}({string.Join(", ", arguments.Select(a => a.Code))})");

    /// <summary>A sign before an operand, which has parentheses if it has a sign itself: two minus signs would be a decrement.</summary>
    public static Text Prefix(string symbol, Text operand) => new(symbol + operand.At(Atom), Unary);

    /// <summary>A binary operation. Operators of one rank group to the left, so that the right operand needs parentheses already at the same rank.</summary>
    public static Text Binary(Text left, string symbol, Text right)
    {
        int rank = symbol switch
        {
            "*" or "/" => Product,
            "+" or "-" => Sum,
            "&" or "&&" => And,
            "|" or "||" => Or,
            _ => Comparison,
        };
        return new($"{left.At(rank)} {symbol} {right.At(rank + 1)}", rank);
    }

    public static Text Choice(Text condition, Text whenTrue, Text whenFalse) => new($"{condition.At(Or)} ? {whenTrue.At(Or)} : {whenFalse.At(Or)}", 0);

    private string At(int rank) => Rank >= rank ? Code : $"({Code})";
}
