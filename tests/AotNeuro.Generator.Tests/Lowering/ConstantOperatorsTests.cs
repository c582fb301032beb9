using AotNeuro.Generator.Lowering;

namespace AotNeuro.Generator.Tests;

/// <summary>What never changes is computed when the model is built.</summary>
public sealed class ConstantOperatorsTests
{
    private const string Members = """
        static readonly double[,] Matrix = { { 1 }, { 3 }, { 5 } };
        [Node] const double Constant = 2.0;
        [Node(SizeIn = 3)] public partial Node Product { get; }
        [Node(SizeIn = 2)] public partial Node Sum { get; }
        [Connection(nameof(Constant), nameof(Product), Transform = nameof(Matrix), Synapse = null)] partial Connection A { get; }
        [Connection("Product[1..]", nameof(Sum), Transform = -1.0, Synapse = null)] partial Connection B { get; }
        [Connection(nameof(Constant), "Sum[0]", Synapse = null)] partial Connection C { get; }
        [Probe(nameof(Sum))] public partial Probe Seen { get; }
        """;

    [Fact]
    public void Transforms_slices_and_sums_of_constants_are_computed_once()
    {
        StepPlan plan = Lowerer.Lower(ModelText.Parse(Members));
        Assert.NotEmpty(plan.Prepared);
        Assert.All(plan.Operations, operation => Assert.IsType<SampleOperation>(operation));

        // By hand: Matrix . 2 = (2, 6, 10); Sum = -(6, 10) + (2, 0).
        Assert.Equal([-4.0, -10, -4, -10], CompiledModel.Run(Members, 2).Recorded("Seen"));
    }

    [Fact]
    public void Nodes_whose_output_the_host_may_replace_are_not_constant()
    {
        string members = Members.Replace("[Node] const double Constant = 2.0;", "[Node(2.0)] public partial Node Constant { get; }", StringComparison.Ordinal);
        Assert.Empty(Lowerer.Lower(ModelText.Parse(members)).Prepared);
        NeuralModel model = CompiledModel.Run(members, 1);
        model.Nodes.Single(node => node.Name == "Constant").Output = 1.0;
        model.Step();
        Assert.Equal([-4.0, -10, -2, -5], model.Recorded("Seen"));
    }

    [Fact]
    public void What_is_filtered_or_a_function_is_not_constant() => Assert.Empty(Lowerer.Lower(ModelText.Parse("""
        [Node] const double Constant = 2.0;
        [Node(SizeIn = 1)] partial Node Filtered { get; }
        [Node(SizeIn = 1)] partial Node Called { get; }
        static double Square(double x) => x * x;
        [Connection(nameof(Constant), nameof(Filtered))] partial Connection A { get; }
        [Connection(nameof(Constant), nameof(Called), Function = nameof(Square), Synapse = null)] partial Connection B { get; }
        [Probe(nameof(Filtered))] partial Probe P { get; }
        [Probe(nameof(Called))] partial Probe Q { get; }
        """)).Prepared);
}
