using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>A tunable value as a file keeps it. A class of its own: a tuple would bring code that compares strings by way of reflection into every program.</summary>
internal sealed class NamedValue
{
    public string Name = "";

    public double Value;

    /// <summary>The tunable values of a model.</summary>
    public static NamedValue[] Of(ModelDescription model) => Array.ConvertAll(
        model.Gather(static network => network.Tunables), static tunable => new NamedValue { Name = tunable.Name, Value = tunable.Value });

    /// <summary>Goes through some, which are made first where a file is read.</summary>
    public static void Visit(ref StateVisitor file, ref NamedValue[] values)
    {
        int count = values.Length;
        file.Visit(ref count);
        if (file.IsRestoring)
        {
            values = new NamedValue[count];
        }

        foreach (ref NamedValue value in values.AsSpan())
        {
            value ??= new();
            file.Visit(ref value.Name);
            file.Visit(ref value.Value);
        }
    }
}
