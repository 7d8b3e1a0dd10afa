using System.Security.Authentication;

namespace ApiSpec.Transport;

/// <summary>Knows what transports throw when a connection does not come about or breaks.</summary>
internal static class TransportFailure
{
    public static bool Is(Exception exception)
        => exception is HttpRequestException or IOException or InvalidDataException or ObjectDisposedException or AuthenticationException
            or System.Net.Sockets.SocketException or System.Net.WebException;

    /// <summary>Whether nobody knows what became of a request: the transport failed, or a strategy on the way has waited long enough.</summary>
    public static bool IsLostReply(Exception exception)
        => Is(exception) || exception is TimeoutException || exception.GetType().FullName == "Polly.Timeout.TimeoutRejectedException";
}
