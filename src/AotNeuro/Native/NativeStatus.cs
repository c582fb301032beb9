namespace AotNeuro.CompilerServices;

/// <summary>What exported functions return. The numbers are part of the binary interface: they never change.</summary>
internal enum NativeStatus
{
    Ok = 0,

    /// <summary>Null, destroyed, of another library or model, or no handle at all.</summary>
    BadHandle = -1,

    /// <summary>A null pointer, an index that there is not, a size that does not fit, a negative number of steps.</summary>
    BadArgument = -2,

    /// <summary>The model is stepped by another thread, or by itself.</summary>
    Busy = -3,

    BuildFailed = -4,

    /// <summary>A step failed: reset the model, or restore a state.</summary>
    StepFailed = -5,

    StateRefused = -6,

    OutOfMemory = -7,

    /// <summary>The model's own code threw, or was asked for what it is not ready for.</summary>
    Failed = -8,
}
