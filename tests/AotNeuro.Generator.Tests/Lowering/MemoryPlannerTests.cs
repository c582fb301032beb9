using AotNeuro.Generator.Lowering;

namespace AotNeuro.Generator.Tests;

/// <summary>Nothing in the arena lies on anything else, constants lie before states, and kernels find their arrays on whole blocks.</summary>
public sealed class MemoryPlannerTests
{
    public static TheoryData<string, string> Models => new()
    {
        { Sources.SineSquared, "SineSquared" },
        { Sources.Channel, "Networks.Communication.Channel" },
        { Sources.Tunables, "Tuned" },
        { Sources.Nodes, "Robot+Body" },
        { Sources.Wide, "Networks.Wide" },
        { Sources.OwnNeuronType, "Mine.Network" },
        { Sources.Chain(20), "Chain" },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Fields_overlap_only_where_one_holds_the_other(string source, string type)
    {
        StepPlan plan = Plan(source, type);
        MemoryField[] fields = [.. plan.Fields.Select(InDoubles)];
        foreach (MemoryField a in fields)
        {
            Assert.InRange(a.Offset, 0, plan.Size - a.Size);
            foreach (MemoryField b in fields.Where(b => b != a && a.Offset < b.Offset + b.Size && b.Offset < a.Offset + a.Size))
            {
                // The state of an ensemble holds its currents, outputs, spikes and probed states; its decoded values hold those of each decoding.
                bool isHeld = Holds(a, b) || Holds(b, a);
                Assert.True(isHeld, $"{a} and {b} overlap.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Constants_come_first_and_the_rest_is_state(string source, string type)
    {
        StepPlan plan = Plan(source, type);
        Assert.All(plan.Fields, field =>
        {
            bool isConstant = field.Name.EndsWith("Constants", StringComparison.Ordinal)
                || field.Name.EndsWith("Coefficients", StringComparison.Ordinal)
                || field.Name.EndsWith("Transform", StringComparison.Ordinal);
            bool isInPlace = isConstant ? field.Offset + field.Size <= plan.StateStart : field.Offset >= plan.StateStart;
            Assert.True(isInPlace, $"{field}, state from {plan.StateStart}");
        });
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Ensembles_begin_on_a_cache_line_and_not_a_page_apart(string source, string type)
    {
        StepPlan plan = Plan(source, type);
        Assert.All(plan.Populations, population => Assert.Equal((0, 0), (Start(plan, population, "Constants") % 8, Start(plan, population, "State") % 8)));
        Assert.Equal((0, 0), (plan.StateStart % 8, plan.Size % 8));
    }

    [Fact]
    public void A_block_of_whole_pages_is_followed_by_a_gap()
    {
        // 512 biases, no input, no decoder: 512 doubles are 4 KiB.
        StepPlan plan = Lowerer.Lower(ModelText.Parse("""
            [Ensemble(512, 1)] partial Ensemble A { get; }
            [Ensemble(512, 1)] partial Ensemble B { get; }
            [Probe(nameof(A), Signal = ProbeSignal.Spikes)] partial Probe ASpikes { get; }
            [Probe(nameof(B), Signal = ProbeSignal.Spikes)] partial Probe BSpikes { get; }
            """));
        int[] starts = [.. plan.Populations.Select(population => Start(plan, population, "Constants"))];
        Assert.True(starts[1] - starts[0] > 512 && (starts[1] - starts[0]) % 512 != 0, $"{starts[1] - starts[0]} apart");
    }

    [Fact]
    public void A_late_sample_alone_gives_its_signal_a_place()
    {
        StepPlan plan = Lowerer.Lower(ModelText.Parse("""
            [Node] const double One = 1;
            [Node(SizeIn = 1)] partial Node Unread { get; }
            [Connection(nameof(One), nameof(Unread), Synapse = null)] partial Connection Link { get; }
            [Probe(nameof(Link))] partial Probe Record { get; }
            """));
        Assert.Equal([1.0], Assert.Single(plan.NodeConstants).Values);
    }

    private static int Start(StepPlan plan, Population population, string part) =>
        plan.Fields.Single(field => field.Name == population.Ensemble.Member.Name + part).Offset;

    private static StepPlan Plan(string source, string type) => Lowerer.Lower(ModelText.ParseFile(source, type));

    /// <summary>Spikes are bits; the size of their field is the number of neurons.</summary>
    private static MemoryField InDoubles(MemoryField field) =>
        field.Name.EndsWith("Spikes", StringComparison.Ordinal) ? field with { Size = (field.Size + 63) / 64 } : field;

    private static bool Holds(MemoryField outer, MemoryField inner) =>
        outer.Offset <= inner.Offset && inner.Offset + inner.Size <= outer.Offset + outer.Size
        && (outer.Name.EndsWith("State", StringComparison.Ordinal) || outer.Name.EndsWith("DecodedValues", StringComparison.Ordinal));
}
