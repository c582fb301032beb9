using System.ComponentModel;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>Turns the output of <see cref="BasalGanglia"/> into about 1 for the selected action and 0 elsewhere (Nengo's <c>Thalamus</c>).</summary>
public sealed class Thalamus : Network
{
    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Thalamus(NetworkDescription content)
        : base(content)
    {
    }

    /// <summary>The node that takes the output of the basal ganglia.</summary>
    public Node Input => Actions.Input;

    /// <summary>The node that gives the selected action.</summary>
    public Node Output => Actions.Output;

    /// <summary>An ensemble per action.</summary>
    public EnsembleArray Actions => new(PartNamed(nameof(Actions)));

    /// <summary>Minus one value everywhere but on the diagonal. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double[,] Inhibition(int dimensions, double weight)
    {
        var matrix = new double[dimensions, dimensions];
        for (int row = 0; row < dimensions; row++)
        {
            for (int column = 0; column < dimensions; column++)
            {
                matrix[row, column] = row == column ? 0.0 : -weight;
            }
        }

        return matrix;
    }

    /// <summary>A column of one value. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double[,] Spread(int rows, double value)
    {
        var column = new double[rows, 1];
        for (int i = 0; i < rows; i++)
        {
            column[i, 0] = value;
        }

        return column;
    }
}
