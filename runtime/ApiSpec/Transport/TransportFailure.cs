using System.Security.Authentication;

namespace ApiSpec.Transport;

/// <summary>Recognizes the exceptions of transports for connections that fail or break.</summary>
internal static class TransportFailure
{
    public static bool Is(Exception exception)
        => exception is HttpRequestException or IOException or InvalidDataException or ObjectDisposedException or AuthenticationException
            or System.Net.Sockets.SocketException or System.Net.WebException;

    /// <summary>Whether the result of a request is unknown: the transport failed, or a timeout of a resilience strategy has passed.</summary>
    public static bool IsLostResponse(Exception exception)
        => Is(exception) || exception is TimeoutException or OperationCanceledException { InnerException: TimeoutException }
            || exception.GetType().FullName == "Polly.Timeout.TimeoutRejectedException";

    /// <summary>
    /// Whether the headers of a response exceeded the limit of the handler. Transports before .NET 8, except in .NET Framework, do not report it.
    /// </summary>
#if NET8_0_OR_GREATER
    public static bool IsOfHeaderLimit(Exception exception)
        => exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };
#else
    public static bool IsOfHeaderLimit(Exception exception)
        => exception.GetBaseException() is System.Net.WebException { Status: System.Net.WebExceptionStatus.MessageLengthLimitExceeded };
#endif
}
