using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Lowering.Passes;

namespace AotNeuro.Generator.Tests;

/// <summary>The order of a step: sets before reads before updates, late samples last, all else as declared.</summary>
public sealed class SchedulerTests
{
    [Fact]
    public void Independent_operators_stay_as_they_were_declared() => Verify(
        """
        [Node] static double B(double t) => t;
        [Node] static double A(double t) => t;
        [Probe(nameof(A))] partial Probe RecordA { get; }
        [Probe(nameof(B))] partial Probe RecordB { get; }
        """,
        """
        B.Output = B()
        A.Output = A()
        RecordA: sample A.Output
        RecordB: sample B.Output
        """);

    [Fact]
    public void A_signal_is_set_before_it_is_read() => Verify(
        """
        [Node] static double Second(double t, double x) => x;
        [Node] static double First(double t) => t;
        [Connection(nameof(First), nameof(Second), Synapse = null)] partial Connection Link { get; }
        """,
        """
        First.Output = First()
        Second.Input = First.Output
        Second.Output = Second(Second.Input)
        """);

    [Fact]
    public void A_filter_is_read_before_it_is_updated_and_by_a_connection_probe_after() => Verify(
        """
        [Node] static double First(double t) => t;
        [Node] static double Second(double t, double x) => x;
        [Connection(nameof(First), nameof(Second))] partial Connection Link { get; }
        [Probe(nameof(Link))] partial Probe RecordLink { get; }
        [Probe(nameof(First), Synapse = 0.01)] partial Probe RecordFirst { get; }
        """,
        """
        First.Output = First()
        Second.Input = Link.Filtered
        Second.Output = Second(Second.Input)
        Link.Filtered <- filter First.Output
        RecordLink: late sample Link.Filtered
        RecordFirst: sample RecordFirst.Filtered
        RecordFirst.Filtered <- filter First.Output
        """);

    [Fact]
    public void Filters_in_a_cycle_read_copies_made_before_either_is_updated() => Verify(
        PassTests.Cycle,
        """
        A.Input = BToA.Filtered
        B.Input = AToB.Filtered
        AToB.Filtered <- filter A.Input
        BToA.Filtered <- filter B.Input
        """);

    [Fact]
    public void A_cycle_within_a_step_is_an_internal_error()
    {
        var (a, b) = (new Signal(0, "a", 1), new Signal(1, "b", 1));
        Operator[] cycle = [new SumOperator(new([new SignalRef(b)]), a), new SumOperator(new([new SignalRef(a)]), b)];
        Assert.Equal(
            "The step has a cycle that no rule has reported.", Assert.Throws<InvalidOperationException>(() => Scheduler.Order(cycle)).Message);
    }

    private static void Verify(string members, string order) =>
        Assert.Equal(order, ModelText.Of(Scheduler.Order(FoldSums.Run(GraphBuilder.Build(ModelText.Parse(members))))));
}
