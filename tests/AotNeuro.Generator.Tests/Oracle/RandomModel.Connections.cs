namespace AotNeuro.Generator.Tests;

/// <summary>Connections of a random model.</summary>
internal sealed partial class RandomModel
{
    private void WriteConnection()
    {
        Vertex[] sources = [.. _vertices.Where(vertex => vertex.SizeOut > 0)];
        Vertex[] targets = [.. _vertices.Where(vertex => vertex.SizeIn > 0)];
        if (sources.Length == 0 || targets.Length == 0)
        {
            return;
        }

        (Vertex source, Vertex target) = (Pick(sources), Pick(targets));
        bool isInstant = source.Order < target.Order;
        bool fromNeurons = source.Neurons > 0 && Chance(0.3);
        bool toNeurons = target.Neurons > 0 && Chance(0.3);
        bool isDecoded = source.Neurons > 0 && !fromNeurons;
        switch (Int(0, 9))
        {
            case 0 or 1 when source.Neurons > 0:
                WriteErrorDriven(source, fromNeurons, target, isInstant);
                break;
            case 2 when target.Neurons > 0:
                WriteVoja(source, fromNeurons, target, isInstant);
                break;
            case 3 when source.Neurons > 0 && target.Neurons > 0:
                WriteHebbian(source, target, isInstant);
                break;
            case 4 or 5 when isDecoded && target.Neurons > 0:
                WriteFullWeights(source, target, isInstant, "", []);
                break;
            default:
                WritePlain(source, fromNeurons, target, toNeurons, isInstant);
                break;
        }
    }

    private void WritePlain(Vertex source, bool fromNeurons, Vertex target, bool toNeurons, bool isInstant)
    {
        (string from, int sizeFrom) = End(source, fromNeurons, source.SizeOut, mayRepeat: true);
        (string to, int sizeTo) = End(target, toNeurons, target.SizeIn, mayRepeat: true);
        bool isDecoded = source.Neurons > 0 && !fromNeurons;
        bool mayHaveFunction = !fromNeurons && !source.IsPassthrough;
        WriteLink(from, sizeFrom, to, sizeTo, isInstant, mayHaveFunction, mayBeSparse: !isDecoded, "", []);
    }

    /// <summary>PES or RLS, at times beside other rules, and mostly connections that tell the errors.</summary>
    private void WriteErrorDriven(Vertex source, bool fromNeurons, Vertex target, bool isInstant)
    {
        bool isPes = Chance(0.7);
        string synapse = Pick("", ", PreSynapse = null", ", PreSynapse = 0.02", $", PreSynapse = nameof({WriteSynapse()})");
        List<RuleText> rules = [new(isPes ? "PES" : "RLS", $"LearningRate = {Pick("1e-3", "1e-4")}{synapse}")];
        if (Chance(0.3))
        {
            rules.Add(new("PES", "LearningRate = 1e-4, Name = \"Second\"") { Name = "Second" });
        }

        string name;
        int size;
        if (isPes && !fromNeurons && target.Neurons > 0 && Chance(0.3))
        {
            rules.AddRange(Pick<RuleText[]>([], [new("Voja", "LearningRate = 0.01")], [new("Oja", "LearningRate = 1e-7")]));
            target.LearnsEncoders |= rules.Any(rule => rule.Kind == "Voja");
            (name, size) = WriteFullWeights(source, target, isInstant, Text(rules), SignalsOf(rules));
        }
        else
        {
            bool toNeurons = isPes && target.Neurons > 0 && Chance(0.3);
            (string from, int sizeFrom) = fromNeurons ? End(source, true, source.Neurons, mayRepeat: false) : (source.Name, source.SizeOut);
            (string to, size) = toNeurons ? RangeEnd(target, true, target.Neurons) : End(target, false, target.SizeIn, mayRepeat: false);
            name = WriteLink(from, sizeFrom, to, size, isInstant, !fromNeurons, false, Text(rules), SignalsOf(rules));
            size = toNeurons ? target.SizeIn : size;
        }

        WriteTeachers(name, size, rules);
    }

    private void WriteVoja(Vertex source, bool fromNeurons, Vertex target, bool isInstant)
    {
        List<RuleText> rules = [new("Voja", "LearningRate = 0.01" + Pick("", ", PostSynapse = null", ", PostSynapse = 0.01"))];
        (string from, int sizeFrom) = End(source, fromNeurons, source.SizeOut, mayRepeat: false);
        target.LearnsEncoders = true;
        string name = WriteLink(
            from, sizeFrom, target.Name, target.SizeIn, isInstant, !fromNeurons && !source.IsPassthrough, false, Text(rules), ["PostFiltered", "Delta", "Error"]);
        WriteTeachers(name, 1, rules);
    }

    /// <summary>BCM, Oja's rule or both, or Oja's twice, between neurons or on full weights.</summary>
    private void WriteHebbian(Vertex source, Vertex target, bool isInstant)
    {
        string synapse = Pick("", ", PreSynapse = null", ", PreSynapse = 0.01, PostSynapse = null", ", PostSynapse = 0.02");
        List<RuleText> rules =
        [
            Chance(0.5)
                ? new("BCM", $"LearningRate = 1e-7, ThetaSynapse = {Pick("0.1", "null", "1")}{synapse}")
                : new("Oja", $"LearningRate = 1e-6, Beta = 0.5{synapse}"),
        ];
        if (Chance(0.3))
        {
            rules.Add(new("Oja", "LearningRate = 1e-6, PreSynapse = 0.02, Name = \"Second\"") { Name = "Second" });
        }

        string name = Chance(0.4)
            ? WriteFullWeights(source, target, isInstant, Text(rules), SignalsOf(rules)).Name
            : WriteLink(
                source.Name + ".Neurons", source.Neurons, target.Name + ".Neurons", target.Neurons, isInstant, false, false, Text(rules), SignalsOf(rules));
        WriteTeachers(name, 0, rules);
    }

    private static string Text(List<RuleText> rules) => string.Join(", ", rules.Select(rule => $"{rule.Kind}({rule.Arguments})"));

    /// <summary>What probes can record of a learning connection by its name.</summary>
    private static string[] SignalsOf(List<RuleText> rules) => ["Weights", .. rules.Count == 1 ? rules[0].Signals : []];

    /// <summary>Lets probes record the rules by their paths, and mostly writes what tells them their errors.</summary>
    private void WriteTeachers(string link, int size, List<RuleText> rules)
    {
        foreach (RuleText rule in rules)
        {
            string path = $"{link}.{rule.Name}";
            _links.Add(new(path, 0, rule.Signals));
            if (rule.Kind is "PES" or "RLS" or "Voja" && Chance(0.85))
            {
                WriteTeacher(rules.Count > 1 || Chance(0.5) ? path : link, rule.Kind == "Voja" ? 1 : size);
            }
        }
    }

    /// <summary>Full weights, and how many dimensions of the target they go to.</summary>
    private (string Name, int Size) WriteFullWeights(Vertex source, Vertex target, bool isInstant, string rule, string[] signals)
    {
        (string from, int sizeFrom) = End(source, false, source.SizeOut, mayRepeat: false);
        (string to, int sizeTo) = rule.Length > 0 ? RangeEnd(target, false, target.SizeIn) : End(target, false, target.SizeIn, mayRepeat: false);
        string name = WriteLink(from, sizeFrom, to, sizeTo, isInstant, true, false, rule, signals, "Weights = true");
        _links[^1] = _links[^1] with { Size = target.Neurons };
        return (name, sizeTo);
    }

    /// <summary>A connection to a learning rule, as wide as that wants.</summary>
    private void WriteTeacher(string link, int size)
    {
        Vertex source = Pick<Vertex>([.. _vertices.Where(vertex => vertex.SizeOut > 0)]);
        (string from, int sizeFrom) = End(source, false, source.SizeOut, mayRepeat: false);
        WriteLink(from, sizeFrom, link, size, true, !source.IsPassthrough, false, "", []);
    }

    private string WriteLink(
        string from, int sizeFrom, string to, int sizeTo, bool isInstant, bool mayHaveFunction, bool mayBeSparse, string rule, string[] signals, string argument = "")
    {
        string name = NewName("C");
        List<string> arguments = [$"\"{from}\"", $"\"{to}\"", .. argument.Length > 0 ? [argument] : Array.Empty<string>()];
        List<string> beside = [.. rule.Length > 0 ? [rule] : Array.Empty<string>()];
        bool isOnMethod = false;
        int sizeMid = sizeFrom;
        if (mayHaveFunction && Chance(0.4))
        {
            sizeMid = Chance(0.5) ? sizeTo : Int(1, 3);
            isOnMethod = Chance(0.5);
            arguments.AddRange(isOnMethod ? [] : [$"Function = nameof({WriteFunction("F", sizeFrom, sizeMid, isTimed: false)})"]);
        }

        arguments.AddRange(TransformOf(sizeMid, sizeTo, mayBeSparse));
        AddSynapse(arguments, beside, isInstant);
        Line($"[Connection({string.Join(", ", arguments)}){string.Concat(beside.Select(attribute => ", " + attribute))}]");
        Line(isOnMethod ? $"static {Tuple(sizeMid)} {name}({Parameters(sizeFrom)}) => {Body(sizeFrom, sizeMid)};" : $"partial Connection {name} {{ get; }}");
        _links.Add(new(name, sizeTo, ["Output", "Input", .. signals]));
        return name;
    }

    private IEnumerable<string> TransformOf(int columns, int rows, bool mayBeSparse)
    {
        if (columns == rows && Chance(0.6))
        {
            return Pick("", $"Transform = {Number()}", $"Transform = new[] {{ {Numbers(rows)} }}") is { Length: > 0 } small ? [small] : [];
        }

        string name = NewName("T");
        if (mayBeSparse && Chance(0.3))
        {
            string places = List(rows, row => $"({row}, {Int(0, columns - 1)})");
            Line($"static readonly Transform {name} = new Sparse({rows}, {columns}, [{places}], {Number()});");
        }
        else
        {
            Line($"static readonly double[,] {name} = {{ {List(rows, _ => $"{{ {Numbers(columns)} }}")} }};");
        }

        return [$"Transform = nameof({name})"];
    }

    private void AddSynapse(List<string> arguments, List<string> beside, bool isInstant)
    {
        switch (Int(0, isInstant ? 9 : 6))
        {
            case 0:
                break;
            case 1 or 2:
                arguments.Add($"Synapse = {Pick("0.005", "0.02", "0.1", "0.0", "0.00002")}");
                break;
            case 3:
                beside.Add(NewSynapse());
                break;
            case 4:
                arguments.Add($"Synapse = nameof({WriteSynapse()})");
                break;
            case 5 or 6:
                arguments.Add("Synapse = 0.002");
                break;
            default:
                arguments.Add("Synapse = null");
                break;
        }
    }

    private string NewSynapse() => Pick("Alpha(0.01)", "Lowpass(0.02)", "Triangle(0.01)", "LinearFilter(new[] { 1.0 }, new[] { 0.0002, 0.03, 1.0 })",
        "LinearFilter(new[] { 0.01, 1.0 }, new[] { 0.02, 1.0 })", "LinearFilter(new[] { 2.0 }, new[] { 1.0 })", "Alpha(0.0)");

    private string WriteSynapse()
    {
        string name = NewName("S");
        Line($"static readonly Synapse {name} = new {NewSynapse()};");
        return name;
    }

    /// <summary>An end that is no list of places.</summary>
    private (string Text, int Size) RangeEnd(Vertex vertex, bool isNeurons, int whole)
    {
        (string Text, int Size) end;
        do
        {
            end = End(vertex, isNeurons, whole, mayRepeat: false);
        }
        while (end.Text.Contains(',', StringComparison.Ordinal));
        return end;
    }

    /// <summary>An end of a connection: an object or its neurons, at times a slice of it.</summary>
    private (string Text, int Size) End(Vertex vertex, bool isNeurons, int whole, bool mayRepeat)
    {
        string text = isNeurons ? vertex.Name + ".Neurons" : vertex.Name;
        int all = isNeurons ? vertex.Neurons : whole;
        if (Chance(0.65))
        {
            return (text, all);
        }

        int first = Int(0, all - 1);
        int end = Int(first + 1, all);
        switch (Int(0, 5))
        {
            case 0:
                return ($"{text}[{first}]", 1);
            case 1:
                return ($"{text}[^{first + 1}]", 1);
            case 2:
                return ($"{text}[{first}..]", all - first);
            case 3:
                return ($"{text}[..^{first}]", all - first);
            case 4:
                return ($"{text}[{first}..{end}]", end - first);
            default:
                List<int> places = Shuffle(Enumerable.Range(0, all)).Take(Int(1, 7)).ToList();
                places.AddRange(mayRepeat && Chance(0.2) ? [places[0]] : []);
                return ($"{text}[{string.Join(", ", places)}]", places.Count);
        }
    }
}
