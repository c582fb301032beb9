using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Tests;

/// <summary>Learning rules: all see weights and encoders as they are in this step; their changes add up at its end.</summary>
internal sealed partial class ReferenceExecutor
{
    private Action<double> Learn(LearnOperator op)
    {
        if (op.Memory is not null)
        {
            double[] memory = this[op.Memory];
            for (int i = 0; i < op.Pre.Size; i++)
            {
                memory[i * op.Pre.Size + i] = op.Rule.LearningRate * Dt / op.Pre.Size;
            }
        }

        return _ =>
        {
            double[] delta = op.Rule.Kind switch
            {
                LearningRuleKind.PES => Outer(op, ErrorOf(op), -op.Rule.LearningRate * Dt / op.Pre.Size),
                LearningRuleKind.RLS => RecursiveLeastSquares(op),
                LearningRuleKind.BCM => Outer(op, i => op.Rule.LearningRate * Dt * this[op.Post!][i] * (this[op.Post!][i] - this[op.Theta!][i])),
                LearningRuleKind.Oja => Oja(op),
                _ => Voja(op),
            };
            if (op.Delta is not null)
            {
                delta.CopyTo(this[op.Delta], 0);
            }

            if (!op.IsAddedLater)
            {
                _updates.Add(() => Add(delta, this[op.Learned], default));
            }
        };
    }

    private double[] Outer(LearnOperator op, double[] error, double factor) => Outer(op, i => factor * error[i]);

    private double[] Outer(LearnOperator op, Func<int, double> rowFactor) => Each(op, (row, column) => rowFactor(row) * this[op.Pre][column]);

    private static double[] Each(LearnOperator op, Func<int, int, double> value) =>
        [.. Enumerable.Range(0, op.Learned.Size).Select(i => value(i / op.Pre.Size, i % op.Pre.Size))];

    /// <summary>The error of each row of the weights; full weights see it through the target's encoders.</summary>
    private double[] ErrorOf(LearnOperator op)
    {
        if (op.Scratch is null)
        {
            return this[op.Error!];
        }

        EnsembleSpec target = _spec.FindEnsemble(op.Connection.Target)!;
        EndSpec end = op.Connection.To;
        double[] encoders = EncodersOf(target);
        int[] Meant(int size, bool isSliced) => isSliced && end.Slice is not null ? [.. end.Indices(size)!.Value] : [.. Enumerable.Range(0, size)];

        int[] dimensions = Meant(target.Dimensions, !end.IsNeurons);
        return [.. Meant(target.Neurons, end.IsNeurons).Select(neuron => ReferenceSums.InOrder(
            dimensions.Select((d, i) => this[op.Error!][i] * encoders[EncoderPlace(neuron, d, target.Dimensions)])))];
    }

    /// <summary>The encoders of this step: a signal if a rule changes them.</summary>
    private double[] EncodersOf(EnsembleSpec ensemble)
    {
        EncodeOperator encode = GraphBuilder.Build(_spec).OfType<EncodeOperator>().Single(item => item.Ensemble.Member.Name == ensemble.Member.Name);
        if (encode.Encoders is not null)
        {
            return this[encode.Encoders];
        }

        MatrixView built = EnsembleOf(ensemble).ScaledEncoders;
        var encoders = new double[Kernel.RoundUp(built.Rows) * built.Columns];
        for (int i = 0; i < built.Rows * built.Columns; i++)
        {
            encoders[EncoderPlace(i / built.Columns, i % built.Columns, built.Columns)] = built[i / built.Columns, i % built.Columns];
        }

        return encoders;
    }

    /// <summary><c>k = 1 / (1 + r . P r)</c>, <c>P -= (P r)(P r)' k</c>, <c>delta = -k error (P r)'</c>.</summary>
    private double[] RecursiveLeastSquares(LearnOperator op)
    {
        double[] memory = this[op.Memory!];
        double[] product = ReferenceSums.Multiply(memory, this[op.Pre]);
        double k = 1.0 / (1.0 + ReferenceSums.Dot(this[op.Pre], product));
        _updates.Add(() => Set(memory, i => memory[i] - product[i / product.Length] * product[i % product.Length] * k));
        return Each(op, (row, column) => -k * this[op.Error!][row] * product[column]);
    }

    /// <summary><c>alpha post pre' - beta weights alpha post^2</c>.</summary>
    private double[] Oja(LearnOperator op) => Each(op, (row, column) =>
    {
        double post = this[op.Post!][row];
        double learned = op.Rule.LearningRate * Dt * post;
        return -op.Rule.Beta * this[op.Learned][row * op.Pre.Size + column] * (learned * post) + learned * this[op.Pre][column];
    });

    /// <summary><c>alpha learning (scale post x' - post encoders)</c>, for the neurons that there are.</summary>
    private double[] Voja(LearnOperator op)
    {
        Ensemble ensemble = EnsembleOf(_spec.FindEnsemble(op.Connection.Target)!);
        double factor = op.Rule.LearningRate * Dt * (op.Error is null ? 1.0 : 1.0 + this[op.Error][0]);
        var delta = new double[op.Learned.Size];
        for (int neuron = 0; neuron < ensemble.NeuronCount; neuron++)
        {
            double post = this[op.Post!][neuron];
            for (int d = 0; d < ensemble.Dimensions; d++)
            {
                int place = EncoderPlace(neuron, d, ensemble.Dimensions);
                delta[place] = factor * (ensemble.Gain[neuron] / ensemble.Radius * (post * this[op.Pre][d]) - post * this[op.Learned][place]);
            }
        }

        return delta;
    }
}
