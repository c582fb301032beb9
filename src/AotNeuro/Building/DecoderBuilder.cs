using System.Diagnostics;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Building;

/// <summary>Solves all decoders of an ensemble: rates are found once, and one factorisation serves all that share a solver.</summary>
internal static class DecoderBuilder
{
    /// <summary>Fills in the results of the requests.</summary>
    /// <param name="name">The ensemble's name.</param>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="neurons">Its neuron type.</param>
    /// <param name="requests">What is to be decoded from it.</param>
    /// <exception cref="BuildException">A function, a transform, the rates or the equations do not make sense.</exception>
    public static void Solve(string name, BuiltEnsemble ensemble, INeuronType neurons, IReadOnlyList<DecodeRequest> requests)
    {
        double[] activities = Activities.Find(name, ensemble, neurons);
        var matrix = new MatrixView(activities, ensemble.Points, ensemble.Neurons);
        foreach (var together in requests.GroupBy(request => request.Solver.IsRandom ? request : (object)request.Solver))
        {
            SolveTogether(ensemble, matrix, [.. together]);
        }
    }

    private static void SolveTogether(BuiltEnsemble ensemble, MatrixView activities, DecodeRequest[] requests)
    {
        int columns = requests.Sum(request => request.FunctionSize);
        double[] targets = DecoderTargets.Find(ensemble, requests, columns);
        var decoders = new double[ensemble.Neurons * columns];
        var random = new RandomState(requests[0].Seed);
        long start = Stopwatch.GetTimestamp();
        CallSolver(requests[0], activities, new(targets, ensemble.Points, columns), random, decoders);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        double[] rmses = FindRmses(activities, targets, decoders, columns);
        int first = 0;
        foreach (DecodeRequest request in requests)
        {
            request.Decoders = Columns(decoders, columns, first, request.FunctionSize);
            request.Rmses = rmses[first..(first + request.FunctionSize)];
            request.Weights = DecoderWeights.Find(request, ensemble.Neurons, request.Solver.IsRandom ? random : new(request.Seed));
            request.SolveTime = time;
            first += request.FunctionSize;
        }
    }

    private static void CallSolver(
        DecodeRequest request, MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        try
        {
            request.Solver.Solve(activities, targets, random, decoders);
        }
        catch (ArithmeticException exception)
        {
            throw new BuildException(
                request.Name, $"the decoders cannot be solved. {exception.Message} Use more regularization or more evaluation points.", exception);
        }
    }

    /// <summary>Root mean squares of <c>activities . decoders - targets</c>, one per column.</summary>
    private static double[] FindRmses(MatrixView activities, double[] targets, double[] decoders, int columns)
    {
        var rmses = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            double[] decoder = Columns(decoders, columns, column, 1);
            double squares = 0.0;
            for (int point = 0; point < activities.Rows; point++)
            {
                double error = VectorLoops.Dot(activities.Row(point), decoder) - targets[point * columns + column];
                squares += error * error;
            }

            rmses[column] = Math.Sqrt(squares / activities.Rows);
        }

        return rmses;
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
}
