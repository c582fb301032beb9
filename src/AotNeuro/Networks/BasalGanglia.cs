using System.ComponentModel;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>
/// Winner takes all: the output is 0 where the input is largest and negative elsewhere (Nengo's <c>BasalGanglia</c>), after K. Gurney,
/// T. J. Prescott and P. Redgrave, Biological Cybernetics 84 (2001).
/// </summary>
public sealed class BasalGanglia : Network
{
    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public BasalGanglia(NetworkDescription content)
        : base(content)
    {
    }

    /// <summary>The node that takes the utilities of the actions.</summary>
    public Node Input => NodeNamed(nameof(Input));

    /// <summary>The node that gives the selection.</summary>
    public Node Output => NodeNamed(nameof(Output));

    /// <summary>The D1 neurons of the striatum.</summary>
    public EnsembleArray StriatumD1 => new(PartNamed(nameof(StriatumD1)));

    /// <summary>The D2 neurons of the striatum.</summary>
    public EnsembleArray StriatumD2 => new(PartNamed(nameof(StriatumD2)));

    /// <summary>The subthalamic nucleus.</summary>
    public EnsembleArray SubthalamicNucleus => new(PartNamed(nameof(SubthalamicNucleus)));

    /// <summary>The globus pallidus internus.</summary>
    public EnsembleArray PallidusInternus => new(PartNamed(nameof(PallidusInternus)));

    /// <summary>The globus pallidus externus.</summary>
    public EnsembleArray PallidusExternus => new(PartNamed(nameof(PallidusExternus)));

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double StriatumFunction(double x) => Above(0.2, x);

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double SubthalamicFunction(double x) => Above(-0.25, x);

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double ExternusFunction(double x) => Above(-0.2, x);

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double InternusFunction(double x) => Above(-0.2, x);

    /// <summary>A matrix of one value. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double[,] Broad(int dimensions, double weight)
    {
        var matrix = new double[dimensions, dimensions];
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i / dimensions, i % dimensions] = weight;
        }

        return matrix;
    }

    private static double Above(double threshold, double x) => x < threshold ? 0.0 : x - threshold;
}
