using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Gates;

/// <summary>Allows callers with the user name and password (RFC 7617).</summary>
internal class PasswordGate(string user, string password) : Gate
{
    private readonly byte[] _credential = Encoding.UTF8.GetBytes(user + ":" + password);

    public override Admission Admit(ReceivedRequest request, StubOperation? operation) => HasPassword(request) ? Admission.Passed : Admission.Refused;

    public override StubResponse Challenge(StubResponse refusal) => refusal.With("WWW-Authenticate", "Basic realm=\"stub\"");

    protected bool HasPassword(ReceivedRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers["Authorization"], out var authorization)
            || !authorization.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var credential = new byte[authorization.Parameter?.Length ?? 0];
        return Convert.TryFromBase64String(authorization.Parameter ?? "", credential, out var length)
            && CryptographicOperations.FixedTimeEquals(credential.AsSpan(0, length), _credential);
    }
}
