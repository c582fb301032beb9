using AotNeuro.Generator.Model;
using AotNeuro.Numerics;

namespace AotNeuro.Generator.Tests;

/// <summary>The neurons of one ensemble, stepped by walking the neuron type's graph node by node, neuron by neuron.</summary>
internal sealed class ReferenceNeurons
{
    private readonly NeuronGraph _graph;
    private readonly Dictionary<string, double> _parameters;
    private readonly double _dt;
    private readonly double _spikeHeight;
    private readonly double[][] _states;
    private readonly int[] _stateOf;

    public ReferenceNeurons(EnsembleSpec spec, Ensemble ensemble, double dt)
    {
        (_graph, _dt, _spikeHeight) = (spec.NeuronType.Graph!, dt, ensemble.SpikeHeight);
        _parameters = spec.NeuronType.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        List<string> names = [.. _graph.States.Select(state => state.Name)];
        _stateOf = [.. _graph.Nodes.Select(node => node.Op == NeuronOp.State ? names.IndexOf(node.Name!) : -1)];
        int drawn = 0;
        _states = [.. _graph.States.Select(state => state.IsHidden ? new double[spec.Neurons] : ensemble.InitialState(drawn++).ToArray())];
        for (int neuron = 0; neuron < spec.Neurons; neuron++)
        {
            double[] values = Evaluate(neuron, 0.0);
            for (int state = 0; state < _states.Length; state++)
            {
                int initial = _graph.States[state].Initial;
                _states[state][neuron] = initial < 0 ? _states[state][neuron] : values[initial];
            }
        }
    }

    /// <summary>Steps the neurons.</summary>
    /// <param name="currents">Their input currents.</param>
    /// <param name="outputs">Receives their outputs: spike heights, rates.</param>
    public void Step(double[] currents, double[] outputs)
    {
        for (int neuron = 0; neuron < currents.Length; neuron++)
        {
            double[] values = Evaluate(neuron, currents[neuron]);
            outputs[neuron] = _graph.IsSpikeMask ? values[_graph.Result] * _spikeHeight : values[_graph.Result];
            for (int state = 0; state < _states.Length; state++)
            {
                int next = _graph.States[state].Next;
                _states[state][neuron] = next < 0 ? _states[state][neuron] : values[next];
            }
        }
    }

    /// <summary>The values of a state, by its place in the graph.</summary>
    public double[] State(int index) => _states[index];

    /// <summary>The values of all nodes; conditions are 1 or 0.</summary>
    private double[] Evaluate(int neuron, double current)
    {
        var values = new double[_graph.Nodes.Count];
        for (int i = 0; i < values.Length; i++)
        {
            NeuronNode node = _graph.Nodes[i];
            values[i] = node.Op switch
            {
                NeuronOp.Constant => node.Value,
                NeuronOp.Parameter => _parameters[node.Name!],
                NeuronOp.State => _states[_stateOf[i]][neuron],
                NeuronOp.Current => current,
                NeuronOp.Dt => _dt,
                NeuronOp.Select => values[node.A] != 0.0 ? values[node.B] : values[node.C],
                _ when node.B < 0 => Unary(node.Op, values[node.A]),
                _ when node.IsMask => Compare(node.Op, values[node.A], values[node.B]) ? 1.0 : 0.0,
                _ => Binary(node.Op, values[node.A], values[node.B]),
            };
        }

        return values;
    }

    private static double Unary(NeuronOp op, double x) => op switch
    {
        NeuronOp.Negate => -x,
        NeuronOp.Abs => Math.Abs(x),
        NeuronOp.Sqrt => Math.Sqrt(x),
        NeuronOp.Floor => Math.Floor(x),
        NeuronOp.Exp => PortableMath.Exp(x),
        NeuronOp.Log => PortableMath.Log(x),
        NeuronOp.Log1P => PortableMath.Log1P(x),
        NeuronOp.Expm1 => PortableMath.Expm1(x),
        NeuronOp.Sin => PortableMath.Sin(x),
        NeuronOp.Cos => PortableMath.Cos(x),
        NeuronOp.Tanh => PortableMath.Tanh(x),
        NeuronOp.Not => 1.0 - x,
        _ => throw new ArgumentException($"{op} does not take one value.", nameof(op)),
    };

    private static double Binary(NeuronOp op, double a, double b) => op switch
    {
        NeuronOp.Add => a + b,
        NeuronOp.Subtract => a - b,
        NeuronOp.Multiply => a * b,
        NeuronOp.Divide => a / b,
        NeuronOp.Min => Math.Min(a, b),
        NeuronOp.Max => Math.Max(a, b),
        _ => throw new ArgumentException($"{op} does not take two values.", nameof(op)),
    };

    private static bool Compare(NeuronOp op, double a, double b) => op switch
    {
        NeuronOp.Less => a < b,
        NeuronOp.LessOrEqual => a <= b,
        NeuronOp.Greater => a > b,
        NeuronOp.GreaterOrEqual => a >= b,
        NeuronOp.Equal => a == b,
        NeuronOp.And => a != 0.0 && b != 0.0,
        NeuronOp.Or => a != 0.0 || b != 0.0,
        _ => throw new ArgumentException($"{op} is no condition.", nameof(op)),
    };
}
