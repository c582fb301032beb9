using System.Text;

namespace AotNeuro.Generator.Emission;

/// <summary>Names of a model as C spells them.</summary>
internal static class CNames
{
    private static readonly HashSet<string> Keywords =
    [
        "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "float", "for", "goto", "if", "inline", "int",
        "long", "register", "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch", "typedef", "union", "unsigned", "void", "volatile",
        "while",
    ];

    /// <summary>Whether a text can begin the names of functions and types: a C identifier in ASCII that is not reserved.</summary>
    public static bool IsPrefix(string text) =>
        text.Length > 0 && IsLetter(text[0]) && text.All(c => IsLetter(c) || c is '_' or (>= '0' and <= '9')) && !Keywords.Contains(text);

    /// <summary>A name in capitals with underscores between its words: <c>Left.GoalPosition</c> is <c>LEFT_GOAL_POSITION</c>.</summary>
    public static string Constant(string name)
    {
        var text = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool beginsWord = i > 0 && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]) && char.IsUpper(name[i - 1])));
            text.Append(beginsWord ? "_" : "");
            char c = char.ToUpperInvariant(name[i]);
            text.Append(IsLetter(c) || c is >= '0' and <= '9' ? c : '_');
        }

        return text.ToString();
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
