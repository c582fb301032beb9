using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>
/// Prints a kernel: one method that picks the widest vectors the machine has, and per width a loop over blocks of logical lanes (eight doubles, or
/// sixteen values in single precision) and the block's body. All widths add in the same order, so that they give the same bits.
/// </summary>
internal sealed class KernelEmitter(CodeWriter code, NamedKernel named, double dt)
{
    /// <summary>Loops are compiled with full optimisation at their first call: a short run would be over before the JIT's second try.</summary>
    public const string CompiledAtOnce = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    private static readonly int[] Widths = [512, 256, 128];

    private readonly Kernel _kernel = named.Kernel;
    private readonly KernelAddresses _at = KernelAddresses.Of(named.Kernel);
    private readonly KernelLearning? _learning = named.Kernel.LearnedRows > 0 ? new(named.Kernel) : null;

    private string Name => named.Name;

    /// <summary>
    /// Whether the loop holds what all neurons share in variables: the JIT reads it again after every store, since state might lie where constants do. The widest
    /// vectors do without: their arithmetic takes a number from memory for all lanes.
    /// </summary>
    private static bool HoldsShared(int width) => width < 512;

    private IEnumerable<int> Shared(int width) => HoldsShared(width) ? Enumerable.Range(0, named.Slots.Count) : [];

    private bool InputInRegisters(int width) => _kernel.Dimensions <= Kernel.RegisterDimensions(width);

    private string Type => _kernel.IsSingle ? "float" : "double";

    private int Bits => _kernel.IsSingle ? 32 : 64;

    /// <summary>Input, decoded values and injected currents are doubles, whatever the neurons step in.</summary>
    private string Parameters =>
        $"ref {Type} constants, ref {Type} state{(HasInput ? ", ref double input" : "")}{(HasDecoded ? ", ref double decoded" : "")}{(_kernel.TakesInjected ? ", ref double injected" : "")}{Also(KernelLearning.Parameters)}{(_kernel.IsCut ? ", nuint first, nuint last" : "")}";

    private string Arguments => $"ref constants, ref state{(HasInput ? ", ref input" : "")}{(HasDecoded ? ", ref decoded" : "")}{(_kernel.TakesInjected ? ", ref injected" : "")}{Also(KernelLearning.Arguments)}{(_kernel.IsCut ? ", first, last" : "")}";

    private string Also(IReadOnlyList<string> ofLearning) => _learning is null ? "" : $", {string.Join(", ", ofLearning)}";

    /// <summary>The height of a spike, behind what neurons share.</summary>
    private string Height => Element("constants", _kernel.Slots + named.Slots.Count);

    private bool HasDecoded => _kernel.Columns > 0;

    private bool HasInput => _kernel.Dimensions > 0;

    private int DenseColumns => _kernel.DecodesDense ? _kernel.Columns : 0;

    public void Emit()
    {
        EmitEntry();
        foreach (int width in Widths)
        {
            code.Line();
            EmitLoop(width);
            code.Line();
            EmitBlock(width);
        }
    }

    private void EmitEntry()
    {
        code.Line("/// <summary>");
        string lanes = _kernel.IsAcross ? $"{_kernel.Lanes} {_kernel.Graph.Name} neurons of each of {_kernel.BlockLanes} ensembles" : $"{_kernel.Lanes} lanes of {_kernel.Graph.Name} neurons";
        code.Line($"/// {lanes}: {Count(_kernel.Dimensions, "dimension")} in, {Count(_kernel.Columns, "value")} decoded{(_learning is null ? "" : $", {_kernel.LearnedRows} more by weights that PES changes")}.");
        code.Line($"/// Parameters: {string.Join(", ", _kernel.Parameters.Select(p => $"{p.Name} = {(p.IsTunable ? "tunable" : Literal.Of(p.Value))}"))}; dt = {Literal.Of(dt)}.");
        EmitMemoryRemarks();
        code.Line("/// </summary>");
        using (code.Open($"public static void {Name}({Parameters})"))
        {
            if (_kernel is { NarrowsInput: true, IsCut: false })
            {
                code.Line($"Lanes.Narrow(ref input, {_kernel.Dimensions}, ref {Element("state", _kernel.NarrowInput)});");
                code.Line();
            }

            // IsHardwareAccelerated is a constant for both compilers, so one branch is left.
            using (code.Open("if (Vector512.IsHardwareAccelerated)"))
            {
                EmitCall(512);
            }

            using (code.Open("else if (Vector256.IsHardwareAccelerated)"))
            {
                EmitCall(256);
            }

            using (code.Open("else"))
            {
                EmitCall(128);
            }

            if (!_kernel.DecodesDense)
            {
                code.Line();
                EmitSparseDecoding();
            }
        }
    }

    private void EmitMemoryRemarks()
    {
        if (_kernel.IsAcross)
        {
            code.Line($"/// Constants of a neuron, in all lanes: bias{Part("encoders", _kernel.Dimensions, _kernel.EncoderAcross(0))}{Part("decoders", _kernel.Columns, _kernel.DecoderAcross(0))}; the next at {_kernel.ConstantRow}{Part("values shared by all neurons", named.Slots.Count, _kernel.Slots)}.");
        }
        else
        {
            code.Line($"/// Constants: bias at 0{Part("encoders", _kernel.Dimensions, _kernel.Encoders)}{Part("decoders", _kernel.Columns, _kernel.Decoders)}{Part("values shared by all neurons", named.Slots.Count, _kernel.Slots)}.");
        }

        if (StateItems().Any())
        {
            code.Line($"/// State: {string.Join(", ", StateItems())}{(_kernel.IsAcross ? $"; the next neuron's at {_kernel.StateRow}" : "")}.");
        }
    }

    private void EmitSparseDecoding()
    {
        string decoders = $"ref Unsafe.Add(ref constants, {Plus(_kernel.Decoders, $"first * {_kernel.DecoderStride}")}), {_kernel.DecoderStride}, ref decoded";
        if (_kernel.Graph.IsSpikeMask)
        {
            code.Line("// decoded = the sum of the decoders of the neurons that spiked");
            string spikes = _kernel.IsCut ? $"Unsafe.AddByteOffset(ref {Element("state", _kernel.Spikes)}, first / 8)" : Element("state", _kernel.Spikes);
            code.Line($"SpikeDecoder.Decode(ref {spikes}, {(_kernel.IsCut ? "(int)((last - first) / 8)" : Literal.Of(_kernel.SpikeBytes))}, {decoders});");
        }
        else
        {
            code.Line("// decoded = the sum of the neurons' decoders times their outputs, in their order");
            code.Line($"OutputDecoder.Decode(ref Unsafe.Add(ref state, {Plus(_kernel.Output, "first")}), {(_kernel.IsCut ? "(int)(last - first)" : Literal.Of(_kernel.Lanes))}, {decoders});");
        }
    }

    private IEnumerable<string> StateItems() =>
        _kernel.LiveStates.Select(state => $"{state} at {_kernel.State(state)}")
            .Concat(_kernel.StoresCurrent ? [$"current at {_kernel.Current}"] : [])
            .Concat(_kernel.NeedsOutput ? [$"output at {_kernel.Output}"] : [])
            .Concat(_kernel.NeedsSpikeBits ? [$"spike bits at {_kernel.Spikes}"] : []);

    private void EmitCall(int width) => code.Line($"{Name}V{width}({Arguments});");

    private void EmitLoop(int width)
    {
        int parts = 512 / width;
        code.Line(CompiledAtOnce);
        using (code.Open($"private static void {Name}V{width}({Parameters})"))
        {
            EmitInputs(width, parts);
            code.Lines(Shared(width).Select(slot => $"{Vector(width)} shared{slot} = Vector{width}.Create({Element("constants", _kernel.Slots + slot)});"));
            code.Lines(
                from column in Enumerable.Range(0, DenseColumns)
                from part in Enumerable.Range(0, parts)
                select $"{Vector(width)} y{column}{Suffix(part, parts)} = {Vector(width)}.Zero;");
            _learning?.EmitHead(code, width, Height, part => Suffix(part, parts));
            EmitBlocks(width, parts);
            EmitDecoded(width, parts);
            _learning?.EmitSums(code, Height, Enumerable.Range(0, parts).Select(part => Suffix(part, parts)));
        }
    }

    /// <summary>The input in registers: a value for all lanes, or a vector whose lanes are the inputs of as many ensembles.</summary>
    private void EmitInputs(int width, int parts)
    {
        if (!InputInRegisters(width))
        {
            return;
        }

        if (!_at.InputHasLanes)
        {
            code.Lines(Enumerable.Range(0, _kernel.Dimensions).Select(d => $"{Vector(width)} x{d} = Vector{width}.Create({Cast}{Element("input", d)});"));
            return;
        }

        code.Lines(
            from d in Enumerable.Range(0, _kernel.Dimensions)
            from part in Enumerable.Range(0, parts)
            select $"{Vector(width)} x{d}{Suffix(part, parts)} = {InputOfLanes(width, part * width / Bits, d)};");
    }

    private string InputOfLanes(int width, int lane, int dimension)
    {
        if (_kernel.Dimensions == 1)
        {
            return _kernel.IsSingle ? $"Lanes.Narrow{width}(ref input, {lane})" : $"Vector{width}.LoadUnsafe(ref input{(lane == 0 ? "" : $", {lane}")})";
        }

        IEnumerable<string> values = Enumerable.Range(lane, width / Bits).Select(i => Cast + Element("input", i * _kernel.Dimensions + dimension));
        return $"Vector{width}.Create({string.Join(", ", values)})";
    }

    private void EmitDecoded(int width, int parts)
    {
        for (int column = 0; column < DenseColumns; column++)
        {
            if (!_at.InputHasLanes)
            {
                string sums = string.Join(", ", Enumerable.Range(0, parts).Select(part => $"y{column}{Suffix(part, parts)}"));
                code.Line($"{Element("decoded", column)} = Lanes.Sum({sums});");
                continue;
            }

            code.Lines(Enumerable.Range(0, parts).Select(part => StoreDecoded(width, $"y{column}{Suffix(part, parts)}", column * _kernel.BlockLanes + part * width / Bits)));
        }
    }

    private string StoreDecoded(int width, string sums, int place) =>
        _kernel.IsSingle ? $"Lanes.Widen({sums}, ref {Element("decoded", place)});" : $"{sums}.StoreUnsafe(ref decoded{(place == 0 ? "" : $", {place}")});";

    private void EmitBlocks(int width, int parts)
    {
        int lastVectors = _kernel.LastVectors(width), whole = _kernel.Lanes - (lastVectors > 0 ? _kernel.BlockLanes : 0);
        if (whole > _kernel.BlockLanes || _kernel.IsAcross || _kernel.IsCut)
        {
            using (code.Open(_at.Loop(whole)))
            {
                EmitBlockCalls(width, parts, parts, "spikes", null);
            }
        }
        else if (whole > 0)
        {
            EmitBlockCalls(width, parts, parts, "spikes", 0);
        }

        if (lastVectors > 0)
        {
            if (whole == _kernel.BlockLanes)
            {
                code.Line();
            }

            code.Line("// the last vectors that hold neurons");
            EmitBlockCalls(width, lastVectors, parts, "lastSpikes", whole);
            if (DenseColumns > 0)
            {
                code.Line();
            }
        }
    }

    /// <param name="width">Width of the vectors.</param>
    /// <param name="vectors">How many of a block there are.</param>
    /// <param name="parts">How many make a block.</param>
    /// <param name="spikes">Name of the variable that gathers their spike bits.</param>
    /// <param name="first">The first lane of the block, or null in the loop over blocks.</param>
    private void EmitBlockCalls(int width, int vectors, int parts, string spikes, int? first)
    {
        IReadOnlyList<string> place = first is { } known ? [Literal.Of(known)] : _at.Indices;
        if (!_kernel.NeedsSpikeBits)
        {
            code.Lines(Enumerable.Range(0, vectors).Select(part => BlockCall(width, part, parts, place) + ";"));
            return;
        }

        code.Line($"uint {spikes} = {BlockCall(width, 0, parts, place)};");
        code.Lines(Enumerable.Range(1, vectors - 1).Select(part => $"{spikes} |= {BlockCall(width, part, parts, place)} << {part * width / Bits};"));
        string packed = _kernel.IsSingle ? "ushort" : "byte";
        string index = first is { } lane ? Literal.Of(lane / _kernel.BlockLanes) : $"i / {_kernel.BlockLanes}";
        code.Line($"Unsafe.Add(ref Unsafe.As<{Type}, {packed}>(ref {Element("state", _kernel.Spikes)}), {index}) = ({packed}){spikes};");
    }

    private string BlockCall(int width, int part, int parts, IReadOnlyList<string> place)
    {
        IEnumerable<string> inputs = InputInRegisters(width) ? Enumerable.Range(0, _kernel.Dimensions).Select(d => $"x{d}{(_at.InputHasLanes ? Suffix(part, parts) : "")}") : [_kernel.NarrowsInput ? $"ref {Element("state", _kernel.NarrowInput)}" : "ref input"];
        IEnumerable<string> shared = Shared(width).Select(slot => $"shared{slot}");
        IEnumerable<string> injected = _kernel.TakesInjected ? ["ref injected"] : [];
        IEnumerable<string> sums = Enumerable.Range(0, DenseColumns).Select(column => $"ref y{column}{Suffix(part, parts)}");
        IEnumerable<string> lane = parts == 1 ? [] : [Literal.Of(part * width / Bits)];
        return $"{Name}BlockV{width}({string.Join(", ", new[] { "ref constants", "ref state" }.Concat(place).Concat(lane).Concat(inputs).Concat(shared).Concat(injected).Concat(sums).Concat(_learning?.BlockArguments(Suffix(part, parts)) ?? []))})";
    }

    private void EmitBlock(int width)
    {
        int parts = 512 / width;
        IEnumerable<string> inputs = InputInRegisters(width) ? Enumerable.Range(0, _kernel.Dimensions).Select(d => $"{Vector(width)} x{d}") : [$"ref {Type} input"];
        IEnumerable<string> shared = Shared(width).Select(slot => $"{Vector(width)} shared{slot}");
        IEnumerable<string> injected = _kernel.TakesInjected ? ["ref double injected"] : [];
        IEnumerable<string> sums = Enumerable.Range(0, DenseColumns).Select(column => $"ref {Vector(width)} y{column}");
        IEnumerable<string> place = _at.Indices.Concat(parts == 1 ? [] : ["lane"]).Select(index => $"nuint {index}");
        string arguments = string.Join(", ", new[] { $"ref {Type} constants", $"ref {Type} state" }.Concat(place).Concat(inputs).Concat(shared).Concat(injected).Concat(sums)
            .Concat(_learning?.BlockParameters(Vector(width)) ?? []));
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (code.Open($"private static {(_kernel.NeedsSpikeBits ? "uint" : "void")} {Name}BlockV{width}({arguments})"))
        {
            EmitCurrent(width, parts);
            code.Line();
            string result = EmitStep(width, parts);
            EmitOutput(width, parts, result);
        }
    }

    /// <summary>J = bias + encoders . x, with the injected currents beside the bias.</summary>
    private void EmitCurrent(int width, int parts)
    {
        string lane = LaneOf(parts);
        string bias = $"Vector{width}.LoadUnsafe(ref constants, {_at.Bias(lane)})" + (_kernel.TakesInjected ? $" + {Injected(width, parts)}" : "");
        string formula = $"// J = bias{(_kernel.TakesInjected ? " + injected" : "")}{(HasInput ? " + encoders . x" : "")}";
        if (!HasInput)
        {
            code.Line(formula);
            code.Line($"{Vector(width)} current = {bias};");
            return;
        }

        if (InputInRegisters(width))
        {
            string[] encoders = [.. Enumerable.Range(0, _kernel.Dimensions).Select(d => $"Vector{width}.LoadUnsafe(ref constants, {_at.Encoder(d, lane)})")];
            code.Line(formula);
            if (_kernel.IsFast)
            {
                string sum = encoders.Select((encoder, d) => (encoder, d)).Aggregate(bias, (rest, next) => MultiplyAdd(width, next.encoder, $"x{next.d}", rest));
                code.Line($"{Vector(width)} current = {sum};");
                return;
            }

            string dot = string.Join(" + ", encoders.Select((encoder, d) => $"{encoder} * x{d}"));
            code.Line($"{Vector(width)} current = {bias} + {(_kernel.Dimensions > 1 ? $"({dot})" : dot)};");
            return;
        }

        code.Line(formula);
        code.Line($"{Vector(width)} dot = {Vector(width)}.Zero;");
        code.Line("nuint d = 0;");
        EmitProducts(width, parts, Kernel.UnrolledDimensions);
        if (_kernel.Dimensions % Kernel.UnrolledDimensions != 0)
        {
            EmitProducts(width, parts, 1);
        }

        code.Line();
        code.Line($"{Vector(width)} current = {bias} + dot;");
    }

    /// <summary>Adds products of encoders and input, some dimensions at a time as long as there are as many.</summary>
    private void EmitProducts(int width, int parts, int atOnce)
    {
        int last = _kernel.Dimensions / atOnce * atOnce;
        using (code.Open($"for (; d < {last}; d += {atOnce})"))
        {
            for (int i = 0; i < atOnce; i++)
            {
                string row = $"i * {_kernel.Dimensions} + d * {_kernel.BlockLanes}{(parts == 1 ? "" : " + lane")} + {_kernel.Encoders + i * _kernel.BlockLanes}";
                string encoder = $"Vector{width}.LoadUnsafe(ref constants, {row})";
                string value = $"Vector{width}.Create(Unsafe.Add(ref input, d{(i == 0 ? "" : $" + {i}")}))";
                code.Line(_kernel.IsFast ? $"dot = {MultiplyAdd(width, encoder, value, "dot")};" : $"dot += {encoder} * {value};");
            }
        }
    }

    private string EmitStep(int width, int parts)
    {
        NeuronGraph graph = _kernel.Graph;
        NeuronState[] states = graph.States.Where(state => _kernel.LiveStates.Contains(state.Name)).ToArray();
        foreach (NeuronState state in states)
        {
            code.Line($"{Vector(width)} {Old(state.Name)} = Vector{width}.LoadUnsafe(ref state, {_at.State(state.Name, LaneOf(parts))});");
        }

        if (states.Length > 0)
        {
            code.Line();
        }

        bool isRepeated = graph.IsSpikeMask && VectorPrinter.KeepsMasks($"Vector{width}");
        code.Line($"// {graph.Name}.Step{(isRepeated ? "; a comparison that is repeated is computed once, in a mask register" : "")}");
        var uniform = new UniformPrinter(named, dt);
        var printer = new VectorPrinter(
            graph,
            $"Vector{width}",
            Type,
            states.Select(state => state.Next).Append(graph.Result),
            ReservedNames(states),
            leaf => leaf.Op == NeuronOp.Current ? "current" : Old(leaf.Name!),
            uniform.Print,
            index => HoldsShared(width) && uniform.SlotOf(index) is >= 0 and var slot ? $"shared{slot}" : null,
            _kernel.IsFast || _kernel.IsSingle ? new($"Vector{width}", Type, uniform.Constant, joins: _kernel.IsFast) : null);
        string[] next = states.Select(state => state.Next < 0 ? "" : printer.Print(state.Next, code)).ToArray();
        string result = printer.PrintLocal(graph.Result, graph.IsSpikeMask ? "spiked" : "output", code);
        for (int i = 0; i < states.Length; i++)
        {
            if (states[i].Next >= 0)
            {
                code.Line($"Vector{width}.StoreUnsafe({next[i]}, ref state, {_at.State(states[i].Name, LaneOf(parts))});");
            }
        }

        return result;
    }

    private IEnumerable<string> ReservedNames(NeuronState[] states) =>
        new[] { "constants", "state", "input", "decoded", "injected", "current", "dot", "i", "s", "d", "lane", "first", "last", "spikes" }
            .Concat(Enumerable.Range(0, _kernel.Dimensions).Select(d => $"x{d}"))
            .Concat(Enumerable.Range(0, _kernel.Columns).Select(column => $"y{column}"))
            .Concat(Enumerable.Range(0, named.Slots.Count).Select(slot => $"shared{slot}"))
            .Concat(states.Select(state => Old(state.Name)))
            .Concat(_learning?.Names ?? []);

    private void EmitOutput(int width, int parts, string result)
    {
        if (_kernel.StoresCurrent)
        {
            code.Line($"Vector{width}.StoreUnsafe(current, ref state, {Place(parts, _kernel.Current)});");
        }

        bool isMask = _kernel.Graph.IsSpikeMask;
        bool keepsMasks = VectorPrinter.KeepsMasks($"Vector{width}");
        if (_kernel.NeedsOutput)
        {
            string output = !isMask ? result : keepsMasks ? $"Vector{width}.ConditionalSelect({result}, Vector{width}.Create({Height}), {Vector(width)}.Zero)" : $"Vector{width}.Create({Height}) & {result}";
            code.Line($"Vector{width}.StoreUnsafe({output}, ref state, {Place(parts, _kernel.Output)});");
        }

        _learning?.EmitBlock(code, width, Place(parts, 0), result);

        if (DenseColumns > 0)
        {
            code.Line();
            code.Line(isMask ? "// y += decoders of the neurons that spiked" : "// y += decoders * output");
            code.Lines(Enumerable.Range(0, DenseColumns).Select(column =>
            {
                string decoders = $"Vector{width}.LoadUnsafe(ref constants, {_at.Decoder(column, LaneOf(parts))})";
                return isMask && keepsMasks
                    ? $"y{column} = Vector{width}.ConditionalSelect({result}, y{column} + {decoders}, y{column});"
                    : $"y{column} += {decoders} {(isMask ? "&" : "*")} {result};";
            }));
        }

        if (_kernel.NeedsSpikeBits)
        {
            string spiked = isMask ? result : $"~Vector{width}.Equals({result}, {Vector(width)}.Zero)";
            code.Line($"return (uint)Vector{width}.ExtractMostSignificantBits({spiked});");
        }
    }

    private static string MultiplyAdd(int width, string a, string b, string c) => FreeArithmetic.MultiplyAdd($"Vector{width}", a, b, c);

    private static string Part(string name, int count, int place) => count > 0 ? $", {name} at {place}" : "";

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static string Suffix(int part, int parts) => parts == 1 ? "" : ((char)('a' + part)).ToString();

    private static string Old(string state) => "old" + char.ToUpperInvariant(state[0]) + state.Substring(1);

    private static string Element(string array, int index) => index == 0 ? array : $"Unsafe.Add(ref {array}, {index})";

    private static string Place(int parts, int offset)
    {
        string place = parts == 1 ? "i" : "i + lane";
        return offset == 0 ? place : $"{place} + {offset}";
    }

    /// <summary>A place, and how far beyond it a piece begins.</summary>
    private string Plus(int place, string offset) => _kernel.IsCut ? $"{place} + {offset}" : Literal.Of(place);

    private static string LaneOf(int parts) => parts == 1 ? "" : "lane";

    private string Injected(int width, int parts) =>
        _kernel.IsSingle ? $"Lanes.Narrow{width}(ref injected, {Place(parts, 0)})" : $"Vector{width}.LoadUnsafe(ref injected, {Place(parts, 0)})";

    private string Cast => _kernel.IsSingle ? "(float)" : "";

    private string Vector(int width) => $"Vector{width}<{Type}>";
}
