using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Gates;

/// <summary>Lets callers in who carry a token that the operation which issues them has handed out. That operation itself is open to everybody.</summary>
internal sealed class TokenGate(AuthenticationScheme scheme, TimeProvider timeProvider) : Gate
{
    private readonly IssuedTokens _tokens = new(scheme, timeProvider, "token");

    public override Admission Admit(ReceivedRequest request, StubOperation? operation)
        => operation?.Id == scheme.Operation || _tokens.IsIn(request) ? Admission.Passed : Admission.Refused;

    public override StubResponse Complete(StubResponse reply, StubOperation? operation, Admission admission)
    {
        // A login that fails, because the test wants it to, hands out nothing.
        if (operation?.Id != scheme.Operation || reply.StatusCode is < 200 or >= 400
            || (JsonBody.Read(reply.Body) is { } json && !operation!.BodyOutcomes.IsSuccess(json)))
            return reply;
        if (scheme.Member is null)
            return reply.Replacing(scheme.IssuedIn!, _tokens.Issue());
        return WithMember(reply);
    }

    public override void ExpireSessions() => _tokens.Clear();

    private StubResponse WithMember(StubResponse reply)
    {
        try
        {
            if (JsonNode.Parse(reply.Body.Span) is not JsonObject body)
                return reply;
            body[scheme.Member!] = _tokens.Issue();
            return reply with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };
        }
        catch (JsonException)
        {
            // The test wants a body that is none.
            return reply;
        }
    }
}
