using System.Globalization;

namespace ApiSpec.Testing.Responses;

/// <summary>The documented status that a request asks a stub for: <c>Prefer: code=412</c> (RFC 7240, and the name that mock servers of OpenAPI use).</summary>
internal static class StatusPreference
{
    public const string Header = "Prefer";
    private const string Name = "code=";

    /// <summary>The status code; null: the request does not ask for one.</summary>
    public static int? Of(ReceivedRequest request)
    {
        foreach (var preference in (request.Headers[Header] ?? "").Split([',', ';'], StringSplitOptions.TrimEntries))
        {
            if (preference.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(preference.AsSpan(Name.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                return code;
        }

        return null;
    }
}
