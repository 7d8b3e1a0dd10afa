namespace ApiSpec;

/// <summary>The base class of the exceptions of a call, except for invalid arguments and cancellation.</summary>
public abstract class ApiCallException : Exception
{
    private protected ApiCallException(ApiOperation operation, string? message, Exception? innerException)
        : base(message, innerException)
        => Operation = operation ?? throw new ArgumentNullException(nameof(operation));

    /// <summary>The operation that was called.</summary>
    public ApiOperation Operation { get; }
}
