using ApiSpec.Language.Declarations;
using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Gates;

/// <summary>Allows callers with the user name and password, and issues a session token to them that they can use afterwards.</summary>
internal sealed class SessionGate(string user, string password, AuthenticationScheme session, TimeProvider timeProvider) : PasswordGate(user, password)
{
    private readonly IssuedTokens _tokens = new(session, timeProvider, "session");

    public override Admission Admit(ReceivedRequest request, StubOperation? operation)
        => _tokens.IsIn(request) ? Admission.Passed : HasPassword(request) ? Admission.LoggedIn : Admission.Refused;

    public override StubResponse Complete(StubResponse reply, StubOperation? operation, Admission admission)
    {
        // The token that the reference prints was issued by another server.
        var headers = reply.Headers.Where(header => !IsToken(header));
        return admission == Admission.LoggedIn && reply.StatusCode < 400
            ? reply with { Headers = [.. headers, KeyValuePair.Create(session.IssuedIn!, _tokens.Write(_tokens.Issue()))] }
            : reply with { Headers = [.. headers] };
    }

    public override void ExpireSessions() => _tokens.Clear();

    private bool IsToken(KeyValuePair<string, string> header)
        => header.Key.Equals(session.IssuedIn, StringComparison.OrdinalIgnoreCase)
            && (session.Scheme!.Length == 0 || header.Value.StartsWith(session.Scheme + " ", StringComparison.OrdinalIgnoreCase));
}
