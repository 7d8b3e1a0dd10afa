using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Responses;

/// <summary>Where a response comes from, for people who wonder about it.</summary>
/// <param name="Name">The source in a few words.</param>
internal sealed record ResponseSource(string Name)
{
    /// <summary>The header of responses over HTTP that has the source.</summary>
    public const string Header = "ApiSpec-Response";

    // Clients limit the size of all headers together, and a reason can repeat a value of any length.
    private const int MaxHeader = 1000;

    /// <summary>The reference prints the response.</summary>
    public static ResponseSource Example { get; } = new("example");

    /// <summary>A recording has the response.</summary>
    public static ResponseSource Recording { get; } = new("recorded response");

    /// <summary>The response is made from the tables of the reference.</summary>
    public static ResponseSource Sample { get; } = new("sample values");

    /// <summary>No example fits the request, so the response is the documented 404.</summary>
    public static ResponseSource NoExample { get; } = new("no example");

    /// <summary>A file of responses has the response.</summary>
    public static ResponseSource Script { get; } = new("file of responses");

    /// <summary>The request asks for the status.</summary>
    public static ResponseSource Preference { get; } = new("requested status");

    /// <summary>The request contradicts the reference.</summary>
    public static ResponseSource Refusal { get; } = new("refused request");

    /// <summary>The request lacks the login that the server requires.</summary>
    public static ResponseSource Login { get; } = new("missing login");

    /// <summary>The reference does not describe the request.</summary>
    public static ResponseSource NoOperation { get; } = new("unknown request");

    /// <summary>The requests that the reference has examples for, if the response comes from none of them; otherwise null.</summary>
    public string? Examples { get; init; }

    /// <summary>Why the request is refused, as a sentence without its full stop; null: it is not.</summary>
    public string? Reason { get; private init; }

    /// <summary>The source with the reason of a refusal.</summary>
    /// <param name="reason">The reason as a sentence.</param>
    public ResponseSource Because(string reason)
    {
        var text = reason.TrimEnd('.', ' ', '\n');
        return this with { Reason = text.Length > MaxHeader ? text[..MaxHeader] + "..." : text };
    }

    /// <summary>The source as the value of a header. A reason is always there, in ASCII.</summary>
    public string ToHeader()
        => ToString() is var text && FieldText.IsReason(text) && (text.Length <= MaxHeader || Reason is not null) ? text
            : Reason is null ? Name
            : string.Concat(text.Select(static c => c is >= ' ' and <= '~' ? c : '?'));

    /// <summary>The source, and the requests with examples or the reason of a refusal.</summary>
    public override string ToString()
        => Reason is not null ? Name + "; " + Reason : Examples is not null ? Name + "; the reference has an example for " + Examples : Name;
}
