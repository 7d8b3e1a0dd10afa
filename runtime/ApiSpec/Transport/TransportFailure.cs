using System.Security.Authentication;

namespace ApiSpec.Transport;

/// <summary>Knows what transports throw when a connection does not come about or breaks.</summary>
internal static class TransportFailure
{
    public static bool Is(Exception exception)
        => exception is HttpRequestException or IOException or InvalidDataException or ObjectDisposedException or AuthenticationException
            or System.Net.Sockets.SocketException or System.Net.WebException;
}
