using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing.Gates;

/// <summary>Finds the values that a credential has put into a request.</summary>
internal static class RequestFields
{
    /// <summary>Returns the values of a field, or an empty list.</summary>
    /// <param name="request">The request.</param>
    /// <param name="place">The part of the request.</param>
    /// <param name="name">The name; in a JSON body, a dot separates the names that point to a member.</param>
    public static IReadOnlyList<string> Of(ReceivedRequest request, ApiCredentialPlace place, string name) => place switch
    {
        ApiCredentialPlace.Header => request.Headers.GetValues(name),
        ApiCredentialPlace.Query => request.Query.GetValues(name),
        ApiCredentialPlace.Form => [.. request.Parts.Where(part => part.Name == name).Select(static part => part.Text)],
        ApiCredentialPlace.Body => InBody(request, name) is { } value ? [value] : [],
        _ => [.. Cookies(request).Where(cookie => cookie.Key == name).Select(static cookie => cookie.Value)],
    };

    private static string? InBody(ReceivedRequest request, string path)
    {
        var json = request.Body.IsEmpty ? null : JsonBody.Read(request.JsonBytes ?? request.Body);
        foreach (var name in path.Split('.'))
            json = json?.Members.LastOrDefault(member => member.Name == name).Value;
        return json?.Scalar;
    }

    // RFC 6265, section 4.2.1.
    private static IEnumerable<KeyValuePair<string, string>> Cookies(ReceivedRequest request)
        => request.Headers.GetValues("Cookie").SelectMany(static header => header.Split(';')).Select(static cookie => cookie.Split('=', 2))
            .Where(static pair => pair.Length == 2).Select(static pair => KeyValuePair.Create(pair[0].Trim(), pair[1].Trim()));
}
