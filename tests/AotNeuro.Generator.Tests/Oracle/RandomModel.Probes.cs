namespace AotNeuro.Generator.Tests;

/// <summary>Probes of a random model.</summary>
internal sealed partial class RandomModel
{
    private void WriteProbe()
    {
        (string target, string signal) = _links.Count > 0 && Chance(0.35) ? OfLink(Pick(_links)) : OfVertex(Pick(_vertices));
        List<string> arguments = [$"\"{target}\"", .. signal.Length > 0 ? [$"Signal = \"{signal}\""] : Array.Empty<string>()];
        List<string> beside = [];
        if (signal != "Spikes" && Chance(0.4))
        {
            AddSynapse(arguments, beside, isInstant: true);
        }

        arguments.AddRange(Chance(0.2) ? [$"SampleEvery = {Pick("0.002", "0.005", "0.006", "0.004")}"] : []);
        arguments.AddRange(Chance(0.1) ? [$"KeepLast = {Int(1, 20)}"] : []);
        Line($"[Probe({string.Join(", ", arguments)}){string.Concat(beside.Select(attribute => ", " + attribute))}] partial Probe {NewName("P")} {{ get; }}");
    }

    private (string Target, string Signal) OfLink(Link link)
    {
        string signal = Pick(link.Signals);
        string target = signal is "Output" or "Input" && Chance(0.3) ? $"{link.Name}[{Int(0, link.Size - 1)}]" : link.Name;
        return (target, signal == "Output" && Chance(0.5) ? "" : signal);
    }

    private (string Target, string Signal) OfVertex(Vertex vertex)
    {
        if (vertex.Neurons == 0)
        {
            return vertex.SizeOut == 0 || (vertex.SizeIn > 0 && Chance(0.3))
                ? (End(vertex, false, vertex.SizeIn, mayRepeat: true).Text, "Input")
                : (End(vertex, false, vertex.SizeOut, mayRepeat: true).Text, "");
        }

        string[] ofNeurons = ["Output", "Current", .. vertex.States];
        return Int(0, 7) switch
        {
            0 or 1 => (End(vertex, false, vertex.SizeOut, mayRepeat: true).Text, Pick("", "Decoded")),
            2 => (End(vertex, false, vertex.SizeIn, mayRepeat: true).Text, "Input"),
            3 when vertex.IsSpiking => (Chance(0.5) ? vertex.Name : End(vertex, true, vertex.Neurons, mayRepeat: false).Text, "Spikes"),
            4 when vertex.LearnsEncoders => (vertex.Name, "ScaledEncoders"),
            5 => (vertex.Name, Pick(ofNeurons)),
            6 => (vertex.Name + ".Neurons", Pick("", "Input")),
            _ => (End(vertex, true, vertex.Neurons, mayRepeat: true).Text, Pick(ofNeurons)),
        };
    }
}
