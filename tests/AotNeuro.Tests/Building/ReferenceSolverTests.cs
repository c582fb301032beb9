using AotNeuro.Building;
using AotNeuro.CompilerServices;

namespace AotNeuro.Tests.Building;

/// <summary>What each solver finds for the reference models, against what Nengo's found.</summary>
public sealed class ReferenceSolverTests
{
    /// <summary>
    /// models.txt names the solvers alone, and two did not have their defaults: 12 of the 40 decoders of solver_lstsq_drop are 0, which is
    /// drop 0.3, and the 40 of solver_lstsq_l2_weights are those of regularization 0.05.
    /// </summary>
    private static readonly Dictionary<string, Solver> Solvers = new()
    {
        ["solver_lstsq"] = new Lstsq(),
        ["solver_lstsq_noise"] = new LstsqNoise(),
        ["solver_lstsq_mult_noise"] = new LstsqMultNoise(),
        ["solver_lstsq_l2"] = new LstsqL2(),
        ["solver_lstsq_l2_weights"] = new LstsqL2(0.05),
        ["solver_lstsq_l2nz"] = new LstsqL2nz(),
        ["solver_lstsq_drop"] = new LstsqDrop(0.3),
        ["solver_nnls"] = new Nnls(),
        ["solver_nnls_l2"] = new NnlsL2(),
        ["solver_nnls_l2nz"] = new NnlsL2nz(),
    };

    public static TheoryData<string> Models => [.. Solvers.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_product_of_two_dimensions_is_decoded_as_by_Nengo(string model)
    {
        ReferenceModel reference = ReferenceModel.Read(model);
        ReferenceConnection expected = reference.Connections.GetAt(1).Value;
        DecodeRequest request = Requests.Of((x, y) => y[0] = x[0] * x[1], 1, solver: Solvers[model], seed: (uint)expected.Seed);
        DecoderBuilder.Solve("a", Build(reference.Ensembles["a"]), new LIF(), [request]);
        ReferenceComparison.Parameters("weights", request.Weights, expected.Weights!);
        ReferenceComparison.Parameters("rmses", request.Rmses.ToArray(), expected.Rmses!);
    }

    [Theory]
    [InlineData("full_weights")]
    [InlineData("learning_bcm_solver")]
    public void Full_weights_are_those_of_Nengo(string model)
    {
        ReferenceModel reference = ReferenceModel.Read(model);
        ReferenceConnection expected = reference.Connections.GetAt(1).Value;
        BuiltEnsemble target = Build(reference.Ensembles["b"]);
        DecodeRequest request = Requests.Of(
            null, 1, solver: new LstsqL2 { Weights = true }, seed: (uint)expected.Seed, encoders: target.ScaledEncoders);
        DecoderBuilder.Solve("a", Build(reference.Ensembles["a"]), new LIF(), [request]);
        int[] shape = [request.WeightRows, request.Weights.Length / request.WeightRows];
        Assert.Equal(expected.Weights!.Shape, shape);
        ReferenceComparison.Parameters("weights", request.Weights, expected.Weights);
        ReferenceComparison.Parameters("rmses", request.Rmses.ToArray(), expected.Rmses!);
    }

    private static BuiltEnsemble Build(ReferenceEnsemble reference)
    {
        Assert.Equal("LIF()", reference.NeuronType);
        var options = new EnsembleOptions { Neurons = reference.Neurons, Dimensions = reference.Dimensions, Radius = reference.Radius };
        return EnsembleBuilder.Build("it", options, new LIF(), (uint)reference.Seed);
    }
}
