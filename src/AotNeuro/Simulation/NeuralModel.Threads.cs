using System.ComponentModel;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <content>Steps that several threads share.</content>
public abstract partial class NeuralModel : IPieces
{
    private const int MostThreads = 64;

    private int _threads = 1;
    private TeamOwner? _team;

    /// <summary>
    /// Number of threads that share the steps of large ensembles, arrays and matrices, 1 to 64. Default 1: what a step takes then is known best. How an
    /// operation is cut into pieces depends on its size alone, so that the bits are the same with any number of threads; models below some thousand
    /// neurons have nothing to share. Functions, processes and sinks are called by the thread that runs the model, and no step allocates.
    /// </summary>
    /// <remarks>
    /// The others spin between the operations of a step, and sleep when the model has not run for a moment. Whoever finds no processor holds up nobody:
    /// the thread that runs the model takes every piece that no other has begun.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is not between 1 and 64.</exception>
    /// <exception cref="InvalidOperationException">The model is running, or it is a part of another, which runs it.</exception>
    public int Threads
    {
        get => _threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostThreads);
            RefuseWhileRunning();
            if (value == _threads)
            {
                return;
            }

            _team?.Team.Stop();
            _threads = value;
            _team = value == 1 ? null : new(value);
        }
    }

    /// <summary>Used by generated code: runs the pieces of an operation, in any order.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Share(ArenaRef a, int operation, int pieces)
    {
        if (_team is not null)
        {
            _team.Team.Run(this, operation, pieces);
            return;
        }

        for (int piece = 0; piece < pieces; piece++)
        {
            RunPiece(a, operation, piece);
        }
    }

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void RunPiece(ArenaRef a, int operation, int piece)
    {
    }

    void IPieces.RunPiece(int operation, int piece) => RunPiece(_arena!.Ref, operation, piece);

    /// <summary>Ends the threads of a model that nobody holds any more; they know the team, not this.</summary>
    private sealed class TeamOwner(int threads)
    {
        ~TeamOwner() => Team.Stop();

        public StepTeam Team { get; } = new(threads);
    }
}
