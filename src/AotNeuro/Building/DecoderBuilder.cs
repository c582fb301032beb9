using System.Diagnostics;
using AotNeuro.Random;

namespace AotNeuro.Building;

/// <summary>Solves all decoders of an ensemble: activities are computed once, and one factorisation serves all that share a solver.</summary>
internal static class DecoderBuilder
{
    /// <exception cref="BuildException">A function, transform or activity does not make sense.</exception>
    public static void Solve(string name, BuiltEnsemble ensemble, INeuronType neurons, IReadOnlyList<DecodeRequest> requests)
    {
        double[] activities = FindActivities(ensemble, neurons);
        if (!activities.AsSpan().ContainsAnyExcept(0.0))
        {
            throw new BuildException(name, "no neuron fires at any evaluation point, so that nothing can be decoded; check intercepts, maximum rates and evaluation points.");
        }

        foreach (IGrouping<object, DecodeRequest> group in requests.GroupBy(request => request.Solver.IsRandom ? request : (object)request.Solver))
        {
            SolveTogether(ensemble, new(activities, ensemble.Points, ensemble.Neurons), [.. group]);
        }
    }

    /// <summary>Rates at every evaluation point, <c>[points, neurons]</c>.</summary>
    private static double[] FindActivities(BuiltEnsemble ensemble, INeuronType neurons)
    {
        (int n, int d) = (ensemble.Neurons, ensemble.Dimensions);
        var currents = new double[ensemble.Points * n];
        for (int point = 0; point < ensemble.Points; point++)
        {
            ReadOnlySpan<double> x = ensemble.EvalPoints.AsSpan(point * d, d);
            Span<double> row = currents.AsSpan(point * n, n);
            for (int neuron = 0; neuron < n; neuron++)
            {
                double projection = 0.0;
                for (int i = 0; i < d; i++)
                {
                    projection += x[i] * ensemble.ScaledEncoders[neuron * d + i];
                }

                row[neuron] = projection + ensemble.Bias[neuron];
            }
        }

        var rates = new double[currents.Length];
        neurons.Rates(currents, rates);
        return rates;
    }

    private static void SolveTogether(BuiltEnsemble ensemble, MatrixView activities, DecodeRequest[] requests)
    {
        long start = Stopwatch.GetTimestamp();
        int size = requests.Sum(request => request.FunctionSize);
        var targets = new double[ensemble.Points * size];
        int first = 0;
        foreach (DecodeRequest request in requests)
        {
            FillTargets(ensemble, request, targets, first, size);
            first += request.FunctionSize;
        }

        var decoders = new double[ensemble.Neurons * size];
        requests[0].Solver.Solve(activities, new(targets, ensemble.Points, size), new RandomState(requests[0].Seed), decoders);
        double[] rmses = FindRmses(activities, targets, decoders, size);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        first = 0;
        foreach (DecodeRequest request in requests)
        {
            request.Decoders = Columns(decoders, size, first, request.FunctionSize);
            request.Rmses = rmses[first..(first + request.FunctionSize)];
            request.Weights = Transform(request, ensemble.Neurons);
            request.SolveTime = time;
            first += request.FunctionSize;
        }
    }

    private static void FillTargets(BuiltEnsemble ensemble, DecodeRequest request, double[] targets, int first, int size)
    {
        for (int point = 0; point < ensemble.Points; point++)
        {
            ReadOnlySpan<double> x = ensemble.EvalPoints.AsSpan(point * ensemble.Dimensions, ensemble.Dimensions);
            Span<double> y = targets.AsSpan(point * size + first, request.FunctionSize);
            if (request.Function is null)
            {
                x.CopyTo(y);
                continue;
            }

            request.Function(x, y);
            foreach (double value in y)
            {
                if (!double.IsFinite(value))
                {
                    string where = string.Join(", ", x.ToArray().Select(v => FormattableString.Invariant($"{v:0.####}")));
                    throw new BuildException(request.Name, FormattableString.Invariant($"the function returned {value} at ({where}); it must return finite numbers at every evaluation point."));
                }
            }
        }
    }

    private static double[] FindRmses(MatrixView activities, double[] targets, double[] decoders, int size)
    {
        var squares = new double[size];
        var decoded = new double[size];
        for (int point = 0; point < activities.Rows; point++)
        {
            decoded.AsSpan().Clear();
            ReadOnlySpan<double> rates = activities.Row(point);
            for (int neuron = 0; neuron < rates.Length; neuron++)
            {
                for (int i = 0; i < size; i++)
                {
                    decoded[i] += rates[neuron] * decoders[neuron * size + i];
                }
            }

            for (int i = 0; i < size; i++)
            {
                double error = targets[point * size + i] - decoded[i];
                squares[i] += error * error;
            }
        }

        int points = activities.Rows;
        return Array.ConvertAll(squares, square => Math.Sqrt(square / points));
    }

    private static double[] Columns(double[] matrix, int columns, int first, int count)
    {
        var part = new double[matrix.Length / columns * count];
        for (int i = 0; i < part.Length; i++)
        {
            part[i] = matrix[i / count * columns + first + i % count];
        }

        return part;
    }

    /// <summary>Weights = transform . decoders', <c>[size out, neurons]</c>.</summary>
    private static double[] Transform(DecodeRequest request, int neurons)
    {
        (int rows, int columns) = (request.SizeOut, request.FunctionSize);
        double[] transform = TransformMatrix(request, rows, columns);
        var weights = new double[rows * neurons];
        for (int row = 0; row < rows; row++)
        {
            for (int neuron = 0; neuron < neurons; neuron++)
            {
                double sum = 0.0;
                for (int i = 0; i < columns; i++)
                {
                    double factor = transform[row * columns + i];
                    sum = factor == 0.0 ? sum : sum + factor * request.Decoders[neuron * columns + i];
                }

                weights[row * neurons + neuron] = sum;
            }
        }

        return weights;
    }

    private static double[] TransformMatrix(DecodeRequest request, int rows, int columns)
    {
        double[] given = request.Transform?.Values ?? [1.0];
        int givenColumns = request.Transform?.Columns ?? 1;
        if (given.Length == rows * columns && (givenColumns == columns || rows * columns == 1))
        {
            return given;
        }

        bool isNumber = given.Length == 1;
        bool isDiagonal = givenColumns == 0 && given.Length == rows;
        if (rows != columns || !(isNumber || isDiagonal))
        {
            string shape = givenColumns > 1 ? $"{given.Length / givenColumns} x {givenColumns}" : $"{given.Length}";
            throw new BuildException(request.Name, $"the transform has shape {shape} and must have {rows} x {columns}.");
        }

        var matrix = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            matrix[i * columns + i] = given[isNumber ? 0 : i];
        }

        return matrix;
    }
}
