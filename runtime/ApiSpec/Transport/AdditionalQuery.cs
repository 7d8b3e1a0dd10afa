using System.Text;
using ApiSpec.Json;

namespace ApiSpec.Transport;

/// <summary>Query parameters that a caller adds to the requests of a client, escaped once for all of them.</summary>
internal sealed class AdditionalQuery
{
    private readonly KeyValuePair<string, string>[] _parameters;

    private AdditionalQuery(KeyValuePair<string, string>[] parameters) => _parameters = parameters;

    /// <summary>Checks and copies parameters. The parameters of <paramref name="earlier"/> remain, unless a new one has the same name.</summary>
    /// <param name="earlier">The parameters that the client adds so far, or null.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="parameterName">The name of the argument, for exceptions.</param>
    /// <exception cref="ArgumentException">A name is empty, a value is null, or one of them has an unpaired surrogate.</exception>
    public static AdditionalQuery? With(AdditionalQuery? earlier, IEnumerable<KeyValuePair<string, string>> parameters, string parameterName)
    {
        var added = new List<KeyValuePair<string, string>>();
        foreach (var parameter in parameters)
        {
            if (string.IsNullOrEmpty(parameter.Key))
                throw new ArgumentException("A query parameter needs a name.", parameterName);
            if (parameter.Value is null)
                throw new ArgumentException(
                    "The query parameter " + Printable.Quote(parameter.Key) + " has no value; leave it out of the options.", parameterName);
            added.Add(new(Escape(parameter.Key), Escape(parameter.Value)));
        }

        var kept = (earlier?._parameters ?? []).Where(old => !added.Exists(parameter => string.Equals(parameter.Key, old.Key, StringComparison.Ordinal)));
        KeyValuePair<string, string>[] all = [.. kept, .. added];
        return all.Length == 0 ? null : new AdditionalQuery(all);
    }

    /// <summary>Adds the parameters whose names are not yet in the URL. Parameters of the call itself, or of a link of the server, take precedence.</summary>
    /// <param name="address">The address of the request, escaped.</param>
    public string AppendTo(string address)
    {
        var start = address.IndexOf('?') + 1;
        var present = start == 0 ? [] : NamesIn(address.Substring(start));
        var text = new StringBuilder(address);
        var hasQuery = start > 0;
        foreach (var parameter in _parameters)
        {
            if (present.Contains(parameter.Key))
                continue;
            // A URL can end with a '?' without a query.
            if (!hasQuery || text[text.Length - 1] is not ('?' or '&'))
                text.Append(hasQuery ? '&' : '?');
            text.Append(parameter.Key).Append('=').Append(parameter.Value);
            hasQuery = true;
        }

        return text.ToString();
    }

    // The names are escaped in one way, so that they can be compared.
    private static HashSet<string> NamesIn(string query)
        => new(query.Split('&').Select(static pair => Escape(Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' ')))), StringComparer.Ordinal);

    private static string Escape(string text) => Uri.EscapeDataString(UnicodeText.Check(text));
}
