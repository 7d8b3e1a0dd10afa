namespace ApiSpec;

/// <summary>A call that did not give a result: the base of everything that calling an operation throws, but for wrong arguments and cancellation.</summary>
public abstract class ApiCallException : Exception
{
    private protected ApiCallException(ApiOperation operation, string? message, Exception? innerException)
        : base(message, innerException)
        => Operation = operation ?? throw new ArgumentNullException(nameof(operation));

    /// <summary>The operation that was called.</summary>
    public ApiOperation Operation { get; }
}
