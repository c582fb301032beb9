namespace AotNeuro.Numerics;

/// <summary>Indices in order. LINQ's would bring code into programs that loads types while they run, an eighth of a small one.</summary>
internal static class Indices
{
    /// <summary>The numbers from 0 up to a count, without it.</summary>
    public static int[] To(int count)
    {
        var indices = new int[count];
        for (int i = 0; i < count; i++)
        {
            indices[i] = i;
        }

        return indices;
    }
}
