using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Gates;

/// <summary>
/// Allows callers with a token that an operation has issued, or with the cookies that it has set. These operations themselves do not require a login.
/// </summary>
internal sealed class TokenGate(IEnumerable<AuthenticationScheme> schemes, TimeProvider timeProvider) : Gate
{
    private readonly List<(AuthenticationScheme Scheme, IssuedTokens Tokens)> _issuers = [
        .. schemes.Select(scheme => (scheme, new IssuedTokens(scheme, timeProvider, "token"))),
    ];

    public override Admission Admit(ReceivedRequest request, StubOperation? operation)
        => _issuers.Exists(issuer => issuer.Scheme.Operation == operation?.Id || issuer.Tokens.IsIn(request)) ? Admission.Passed : Admission.Refused;

    public override StubResponse Complete(StubResponse reply, StubOperation? operation, Admission admission)
    {
        // If the test makes a login fail, the login does not issue a token.
        var issuers = _issuers.FindAll(issuer => issuer.Scheme.Operation == operation?.Id);
        if (issuers.Count == 0 || reply.StatusCode is < 200 or >= 400)
            return reply;
        var values = BodyValues.AsJson(reply, operation!);
        if (JsonBody.Read(values.Body) is { } json && !operation!.BodyOutcomes.IsSuccess(json))
            return reply;
        reply = values;
        foreach (var (scheme, tokens) in issuers)
        {
            reply = scheme.Kind != AuthenticationKind.Token ? reply.With("Set-Cookie", IssuedTokens.SessionCookie + "=" + tokens.Issue() + "; Path=/; HttpOnly")
                : scheme.Member is null ? reply.Replacing(scheme.IssuedIn!, tokens.Issue())
                : WithMember(reply, scheme.Member, tokens);
        }

        return reply;
    }

    public override void ExpireSessions() => _issuers.ForEach(static issuer => issuer.Tokens.Clear());

    private static StubResponse WithMember(StubResponse reply, string member, IssuedTokens tokens)
    {
        try
        {
            if (JsonNode.Parse(reply.Body.Span) is not JsonObject body)
                return reply;
            var (owner, name) = JsonMembers.Find(body, member) is { } found ? (found.Owner, found.Name) : JsonMembers.Add(body, member);
            owner[name] = tokens.Issue();
            return reply with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };
        }
        catch (JsonException)
        {
            // The test has set a body that is not valid.
            return reply;
        }
    }
}
