using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Lowering.Passes;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Tests;

/// <summary>Each pass, by the operators before and after it.</summary>
public sealed class PassTests
{
    private const string TwoSources = """
        [Node] static double A(double t) => t;
        [Node] static double B(double t) => t;
        [Node(SizeIn = 1)] partial Node Sum { get; }
        [Node(SizeIn = 1)] partial Node Lonely { get; }
        [Connection(nameof(A), nameof(Sum), Synapse = null)] partial Connection AToSum { get; }
        [Connection(nameof(B), nameof(Sum))] partial Connection BToSum { get; }
        [Probe(nameof(Sum))] partial Probe Record { get; }
        """;

    [Fact]
    public void FoldSums_makes_one_sum_of_a_reset_and_its_increments() => Verify(
        TwoSources,
        FoldSums.Run,
        before: """
            A.Output = A()
            B.Output = B()
            Sum.Input = 0
            Lonely.Input = 0
            Sum.Input += A.Output
            BToSum.Filtered <- filter B.Output
            Sum.Input += BToSum.Filtered
            Record: sample Sum.Input
            """,
        after: """
            A.Output = A()
            B.Output = B()
            Sum.Input = A.Output + BToSum.Filtered
            BToSum.Filtered <- filter B.Output
            Record: sample Sum.Input
            """);

    [Fact]
    public void ForwardCopies_reads_the_source_of_a_sum_of_one() => Verify(
        """
        [Node] static double A(double t) => t;
        [Node(SizeIn = 1)] partial Node P { get; }
        [Node(SizeIn = 1)] partial Node Q { get; }
        [Connection(nameof(A), nameof(P), Synapse = null)] partial Connection AToP { get; }
        [Connection(nameof(P), nameof(Q), Synapse = null)] partial Connection PToQ { get; }
        [Probe(nameof(Q), Synapse = 0.01)] partial Probe Record { get; }
        """,
        operators => ForwardCopies.Run(FoldSums.Run(operators)),
        before: """
            A.Output = A()
            P.Input = 0
            Q.Input = 0
            P.Input += A.Output
            Q.Input += P.Input
            Record.Filtered <- filter Q.Input
            Record: sample Record.Filtered
            """,
        after: """
            A.Output = A()
            Record.Filtered <- filter A.Output
            Record: sample Record.Filtered
            """);

    [Fact]
    public void ForwardCopies_keeps_the_copy_between_two_filters() => Verify(
        Cycle,
        operators => ForwardCopies.Run(FoldSums.Run(operators)),
        before: """
            A.Input = 0
            B.Input = 0
            AToB.Filtered <- filter A.Input
            B.Input += AToB.Filtered
            BToA.Filtered <- filter B.Input
            A.Input += BToA.Filtered
            """,
        after: """
            A.Input = BToA.Filtered
            B.Input = AToB.Filtered
            AToB.Filtered <- filter A.Input
            BToA.Filtered <- filter B.Input
            """);

    [Fact]
    public void RemoveUnread_drops_what_has_no_reader_and_no_effect() => Verify(
        """
        [Node] static double A(double t) => t;
        [Ensemble(8, 1)] partial Ensemble Unread { get; }
        [Ensemble(8, 1)] partial Ensemble Read { get; }
        [Connection(nameof(A), nameof(Unread))] partial Connection AToUnread { get; }
        [Connection(nameof(A), nameof(Read))] partial Connection AToRead { get; }
        [Probe(nameof(Read))] partial Probe Record { get; }
        """,
        RemoveUnread.Run,
        before: """
            A.Output = A()
            Unread.Input = 0
            Unread.Current = encode Unread.Input
            Unread.Output = neurons Unread.Current
            Read.Input = 0
            Read.Current = encode Read.Input
            Read.Output = neurons Read.Current
            AToUnread.Filtered <- filter A.Output
            Unread.Input += AToUnread.Filtered
            AToRead.Filtered <- filter A.Output
            Read.Input += AToRead.Filtered
            Record.Decoded = decode Read.Output
            Record: sample Record.Decoded
            """,
        after: """
            A.Output = A()
            Read.Input = 0
            Read.Current = encode Read.Input
            Read.Output = neurons Read.Current
            AToRead.Filtered <- filter A.Output
            Read.Input += AToRead.Filtered
            Record.Decoded = decode Read.Output
            Record: sample Record.Decoded
            """);

    [Fact]
    public void RemoveUnread_drops_a_cycle_that_nothing_reads() =>
        Assert.Empty(RemoveUnread.Run(GraphBuilder.Build(ModelText.Parse(Cycle))));

    [Fact]
    public void FusePopulations_stores_only_what_something_else_reads() => Verify(
        """
        [Ensemble(8, 1)] partial Ensemble Plain { get; }
        [Ensemble(8, 1)] partial Ensemble Probed { get; }
        [Connection(nameof(Plain), nameof(Probed))] partial Connection PlainToProbed { get; }
        [Probe(nameof(Probed), Signal = ProbeSignal.Current)] partial Probe Current { get; }
        [Probe(nameof(Probed), Signal = ProbeSignal.Output)] partial Probe Output { get; }
        [Probe(nameof(Probed), Signal = ProbeSignal.Spikes)] partial Probe Spikes { get; }
        [Probe(nameof(Probed), Signal = ProbeSignal.Voltage)] partial Probe Voltage { get; }
        """,
        operators => FusePopulations.Run(FoldSums.Run(operators)),
        before: """
            Plain.Input = 0
            Plain.Current = encode Plain.Input
            Plain.Output = neurons Plain.Current
            Probed.Input = 0
            Probed.Current = encode Probed.Input
            Probed.Output = neurons Probed.Current
            PlainToProbed.Decoded = decode Plain.Output
            PlainToProbed.Filtered <- filter PlainToProbed.Decoded
            Probed.Input += PlainToProbed.Filtered
            Current: sample Probed.Current
            Output: sample Probed.Output
            Probed.Spikes = bits Probed.Output
            Spikes: sample Probed.Spikes
            Voltage: sample Probed.Voltage
            """,
        after: """
            PlainToProbed.Decoded = population Plain.Input
            Probed.Input = PlainToProbed.Filtered
            Probed.Current, Probed.Output, Probed.Spikes, Probed.Voltage = population Probed.Input
            PlainToProbed.Filtered <- filter PlainToProbed.Decoded
            Current: sample Probed.Current
            Output: sample Probed.Output
            Spikes: sample Probed.Spikes
            Voltage: sample Probed.Voltage
            """);

    internal const string Cycle = """
        [Node(SizeIn = 1)] partial Node A { get; }
        [Node(SizeIn = 1)] partial Node B { get; }
        [Connection(nameof(A), nameof(B))] partial Connection AToB { get; }
        [Connection(nameof(B), nameof(A))] partial Connection BToA { get; }
        """;

    /// <summary>A probe and a connection that ask for the same read one signal; what has a function, a slice, a transform or a solver does not.</summary>
    [Fact]
    public void MergeDecodes_decodes_what_an_ensemble_represents_once()
    {
        IReadOnlyList<Operator> operators = MergeDecodes.Run(GraphBuilder.Build(ModelText.Parse("""
            static readonly Solver Own = new LstsqL2(0.2);
            static readonly double[,] Points = { { 0, 0 }, { 1, 1 } };
            [Ensemble(9, 2)] partial Ensemble A { get; }
            [Ensemble(9, 2)] partial Ensemble B { get; }
            [Ensemble(9, 1)] partial Ensemble C { get; }
            [Connection(nameof(A), nameof(B))] partial Connection Plain { get; }
            [Connection(nameof(A), "B[1, 0]")] partial Connection Swapped { get; }
            [Connection(nameof(A), nameof(B), Transform = 2.0)] partial Connection Doubled { get; }
            [Connection(nameof(A), nameof(B), Solver = nameof(Own))] partial Connection Solved { get; }
            [Connection(nameof(A), nameof(B), EvalPoints = nameof(Points))] partial Connection AtPoints { get; }
            [Connection("A[0]", nameof(C))] partial Connection Slice { get; }
            [Connection(nameof(A), nameof(C))] static double Product(double x, double y) => x * y;
            [Probe(nameof(A))] partial Probe First { get; }
            [Probe(nameof(A), Synapse = 0.1)] partial Probe Second { get; }
            [Probe(nameof(A), Solver = nameof(Own))] partial Probe Third { get; }
            """)));

        Assert.Equal(
            ["AtPoints", "Doubled", "Plain", "Product", "Slice", "Solved", "Third"],
            operators.OfType<DecodeOperator>().Select(decode => decode.Owner).Order());
        int plain = operators.OfType<DecodeOperator>().Single(decode => decode.Owner == "Plain").Target.Id;
        Assert.Equal(plain, operators.OfType<SampleOperator>().Single(sample => sample.Probe.Member.Name == "First").Source.Id);
    }

    [Fact]
    public void MergeFilters_filters_a_signal_once_for_each_time_constant()
    {
        IReadOnlyList<Operator> operators = MergeFilters.Run(MergeDecodes.Run(GraphBuilder.Build(ModelText.Parse("""
            [Ensemble(9, 1)] partial Ensemble A { get; }
            [Ensemble(9, 1)] partial Ensemble B { get; }
            [Ensemble(9, 1)] partial Ensemble C { get; }
            [Connection(nameof(A), nameof(B))] partial Connection First { get; }
            [Connection(nameof(A), nameof(C))] partial Connection Same { get; }
            [Connection(nameof(A), nameof(C), Synapse = 0.1)] partial Connection Slower { get; }
            [Connection(nameof(A), nameof(C)), Alpha(0.005)] partial Connection Other { get; }
            [Connection(nameof(B), nameof(C))] partial Connection FromElsewhere { get; }
            [Probe(nameof(A), Synapse = 0.1)] partial Probe Record { get; }
            """))));
        Assert.Equal(
            ["First", "FromElsewhere", "Other", "Slower"],
            operators.OfType<FilterOperator>().Select(filter => filter.Owner).Order());
        int slower = operators.OfType<FilterOperator>().Single(filter => filter.Owner == "Slower").State.Id;
        Assert.Equal(slower, Assert.Single(operators.OfType<SampleOperator>()).Source.Id);
    }

    [Theory]
    [InlineData("[Connection(nameof(Error), nameof(Learned))] partial Connection Teach { get; }", true)]
    [InlineData("[Connection(nameof(Error), nameof(Learned), Synapse = null)] partial Connection Teach { get; }", false)]
    [InlineData("[Connection(nameof(Wish), nameof(Learned), Synapse = null)] partial Connection Teach { get; }", true)]
    [InlineData("[Connection(nameof(Wish), nameof(Learned))] partial Connection Teach { get; } [Probe(nameof(Learned), Signal = ProbeSignal.Delta)] partial Probe Delta { get; }", false)]
    public void FuseLearning_joins_decoding_and_learning_unless_the_error_needs_what_is_decoded(string teacher, bool isFused)
    {
        IReadOnlyList<Operator> operators = FuseLearning.Run(RemoveUnread.Run(FoldSums.Run(GraphBuilder.Build(ModelText.Parse($$"""
            [Node] static double Wish(double t) => t;
            [Ensemble(9, 1)] partial Ensemble A { get; }
            [Node(SizeIn = 1)] partial Node B { get; }
            [Node(SizeIn = 1)] partial Node Error { get; }
            [Connection(nameof(A), nameof(B), Synapse = null), PES] partial Connection Learned { get; }
            [Connection(nameof(B), nameof(Error), Synapse = null)] partial Connection BToError { get; }
            [Probe(nameof(B))] partial Probe Record { get; }
            {{teacher}}
            """)))));
        Assert.Equal(isFused, operators.OfType<LearnedDecodeOperator>().Any());
        Assert.Equal(!isFused, operators.OfType<LearnOperator>().Any());
        Assert.Equal(operators.Count, Scheduler.Order(operators).Count);
    }

    [Theory]
    [InlineData("[Ensemble(16, 1)] partial Ensemble A { get; }", "", true, false)]
    [InlineData("[Ensemble(16, 1), LIFRate] partial Ensemble A { get; }", "", true, false)]
    [InlineData("[Ensemble(16, 1)] partial Ensemble A { get; }", "[Connection(\"A.Neurons\", \"B\", Transform = nameof(Row))] partial Connection Reader { get; }", true, true)]
    [InlineData("[Ensemble(17, 1)] partial Ensemble A { get; }", "", false, true)]
    [InlineData("[Ensemble(16, 1), LIFRate, PoissonSpiking] partial Ensemble A { get; }", "", false, true)]
    public void FuseLearnedPopulations_joins_full_blocks_of_neurons_and_learning(string ensemble, string reader, bool isFused, bool storesOutput)
    {
        ModelSpec model = ModelText.Parse($$"""
            {{ensemble}}
            [Node(SizeIn = 1)] partial Node B { get; }
            [Node] static double Wish(double t) => t;
            static readonly double[,] Row = new double[1, 16];
            [Connection(nameof(A), nameof(B)), PES] partial Connection Learned { get; }
            [Connection(nameof(Wish), nameof(Learned))] partial Connection Teach { get; }
            {{reader}}
            [Probe(nameof(B))] partial Probe Record { get; }
            """);
        IReadOnlyList<Operator> operators = FuseLearnedPopulations.Run(model, FusePopulations.Run(FuseLearning.Run(RemoveUnread.Run(FoldSums.Run(GraphBuilder.Build(model))))));
        PopulationOperator population = Assert.Single(operators.OfType<PopulationOperator>());
        Assert.Equal(isFused, population.Learned is not null);
        Assert.Equal(!isFused, operators.OfType<LearnedDecodeOperator>().Any());
        Assert.Equal(storesOutput, population.Output is not null);
        Assert.Equal(operators.Count, Scheduler.Order(operators).Count);
    }

    [Fact]
    public void FuseLearnedPopulations_leaves_an_error_that_depends_on_the_neurons()
    {
        ModelSpec model = ModelText.Parse("""
            [Ensemble(16, 1)] partial Ensemble A { get; }
            [Node(SizeIn = 1)] partial Node B { get; }
            [Connection(nameof(A), nameof(B)), PES] partial Connection Learned { get; }
            [Connection(nameof(A), nameof(Learned), Synapse = null)] partial Connection Teach { get; }
            [Probe(nameof(B))] partial Probe Record { get; }
            """);
        IReadOnlyList<Operator> operators = FuseLearnedPopulations.Run(model, FusePopulations.Run(FuseLearning.Run(RemoveUnread.Run(FoldSums.Run(GraphBuilder.Build(model))))));
        Assert.Single(operators.OfType<LearnedDecodeOperator>());
        Assert.Null(Assert.Single(operators.OfType<PopulationOperator>()).Learned);
    }

    private static void Verify(string members, Func<IReadOnlyList<Operator>, IReadOnlyList<Operator>> pass, string before, string after)
    {
        var operators = GraphBuilder.Build(ModelText.Parse(members));
        Assert.Equal(before, ModelText.Of(operators));
        Assert.Equal(after, ModelText.Of(pass(operators)));
    }
}
