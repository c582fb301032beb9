using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.ReferenceModels;

/// <summary>
/// The reference models whose objects are declared in Nengo's order, so that they need no list of names; the tests of NativeAOT compile this
/// list too.
/// </summary>
internal static class OrderedRuns
{
    public static readonly IReadOnlyList<(string Name, Func<NeuralModel> Create)> All =
    [
        ("multiplication", () => new Multiplication()),
        ("integrator", () => new Integrator()),
        ("controlled_oscillator", () => new ControlledOscillator()),
        ("lorenz", () => new Lorenz()),
        ("neuron_connections", () => new NeuronConnections()),
        ("neuron_direct", () => new DirectNeurons()),
        ("neuron_stochastic_spiking", () => new StochasticNeurons()),
        ("neuron_poisson_spiking", () => new PoissonNeurons()),
        ("synapses", () => new SynapseModel()),
        ("processes", () => new ProcessModel()),
        ("ensemble_noise", () => new NoisyEnsemble()),
        ("solver_lstsq", () => SolverModel.With(new Lstsq())),
        ("solver_lstsq_drop", () => SolverModel.With(new LstsqDrop(0.3))),
        ("solver_lstsq_l2", () => SolverModel.With(new LstsqL2())),
        ("solver_lstsq_l2_weights", () => SolverModel.With(new LstsqL2(0.05))),
        ("solver_lstsq_l2nz", () => SolverModel.With(new LstsqL2nz())),
        ("solver_lstsq_mult_noise", () => SolverModel.With(new LstsqMultNoise())),
        ("solver_lstsq_noise", () => SolverModel.With(new LstsqNoise())),
        ("solver_nnls", () => SolverModel.With(new Nnls())),
        ("solver_nnls_l2", () => SolverModel.With(new NnlsL2())),
        ("solver_nnls_l2nz", () => SolverModel.With(new NnlsL2nz())),
        ("full_weights", () => new FullWeights()),
        ("pes", () => new PesModel()),
        ("learning_bcm", () => new BcmModel()),
        ("learning_bcm_solver", () => new BcmSolverModel()),
        ("learning_oja", () => new OjaModel()),
        ("learning_rls", () => new RlsModel()),
        ("learning_voja", () => new VojaModel()),
        ("transforms_sparse", () => new SparseModel()),
        ("transforms_convolution", () => new ConvolutionModel()),
        ("ensemble_array", () => new EnsembleArrayModel()),
        ("product_network", () => new ProductModel()),
        ("circular_convolution", () => new CircularConvolutionModel()),
        ("basal_ganglia_thalamus", () => new BasalGangliaModel()),
        ("associative_memory", () => new AssociativeMemoryModel()),
        ("input_gated_memory", () => new InputGatedMemoryModel()),
        ("subnetworks_and_config", () => new SubnetworksModel()),
    ];
}
