using System.Globalization;
using System.Net;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Hosting;

/// <summary>Sets options from the keys of a configuration section. Secrets are not read.</summary>
/// <param name="path">The path of the section, for messages, or null for the whole configuration.</param>
internal sealed class SettingsReader(string? path)
{
    private static readonly Dictionary<string, Setter> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(ApiClientOptions.Language)] = static (_, options, _, value) => options.Language = value,
        [nameof(ApiClientOptions.UserAgent)] = static (_, options, _, value) => options.UserAgent = value,
        [nameof(ApiClientOptions.Edition)] = static (_, options, _, value) => options.Edition = value,
        [nameof(ApiClientOptions.TimeZone)] = static (reader, options, key, value) => options.TimeZone = reader.Zone(key, value),
        [nameof(ApiClientOptions.Timeout)] = static (reader, options, key, value) => options.Timeout = reader.Time(key, value),
        [nameof(ApiClientOptions.ReadTimeout)] = static (reader, options, key, value) => options.ReadTimeout = reader.Time(key, value),
        [nameof(ApiClientOptions.RequireHttps)] = static (reader, options, key, value) => options.RequireHttps = reader.Flag(key, value),
        [nameof(ApiClientOptions.Proxy)] = static (reader, options, key, value) => options.Proxy = new WebProxy(reader.Address(key, value)),
        [nameof(ApiClientOptions.MaxResponseHeaderBytes)] = static (reader, options, key, value) => options.MaxResponseHeaderBytes = reader.Number(key, value),
        [nameof(ApiClientOptions.MaxResponseBytes)] = static (reader, options, key, value) => options.MaxResponseBytes = reader.Number(key, value),
        [nameof(ApiClientOptions.MaxResponseValues)] = static (reader, options, key, value) => options.MaxResponseValues = reader.Number(key, value),
        [nameof(ApiClientOptions.MaxErrorBodyBytes)] = static (reader, options, key, value) => options.MaxErrorBodyBytes = reader.Number(key, value),
        [nameof(ApiClientOptions.MaxJsonDepth)] = static (reader, options, key, value) => options.MaxJsonDepth = reader.Number(key, value),
    };

    // Options with several values. Their keys have a second part, which messages show as in the guide.
    private static readonly Dictionary<string, (Setter Add, string Part)> Lists = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(ApiClientOptions.Headers)] = (static (_, options, name, value) => options.Headers[name] = value, "<name>"),
        [nameof(ApiClientOptions.TrustedCertificateThumbprints)] = (static (_, options, _, value) => options.TrustedCertificateThumbprints.Add(value), "<n>"),
    };

    private delegate void Setter(SettingsReader reader, ApiClientOptions options, string key, string value);

    private static IEnumerable<string> Names => [nameof(ApiClientOptions<object>.BaseAddress), .. Values.Keys, .. Lists.Keys];

    /// <exception cref="InvalidOperationException">A value is not of the kind that its key needs.</exception>
    public void Apply<TClient>(ApiClientOptions<TClient> options, string key, string value)
        where TClient : class
    {
        var colon = key.IndexOf(':');
        if (key.Equals(nameof(options.BaseAddress), StringComparison.OrdinalIgnoreCase))
            options.BaseAddress = Address(key, value);
        else if (Values.TryGetValue(key, out var set))
            set(this, options, key, value);
        else if (colon > 0 && Lists.TryGetValue(key.Substring(0, colon), out var list))
            list.Add(this, options, key.Substring(colon + 1), value);
        // The options of a client can be set from the same section several times.
        else if (FindUnknown(key, colon) is { } unknown && !options.UnknownSettings.Exists(known => known.IsSameKey(unknown)))
            options.UnknownSettings.Add(unknown);
    }

    // The whole configuration also has the settings of the application and the environment, and other code can read a section inside the section.
    private UnknownSetting? FindUnknown(string key, int colon)
    {
        if (path is null)
            return null;
        var nearest = Spelling.Nearest(colon < 0 ? key : key.Substring(0, colon), Names);
        if (nearest is null)
            return colon < 0 ? new UnknownSetting(PathOf(key), null) : null;
        var part = !Lists.TryGetValue(nearest, out var list) ? "" : colon < 0 ? ":" + list.Part : key.Substring(colon);
        return new UnknownSetting(PathOf(key), nearest + part);
    }

    private string PathOf(string key) => path is null ? key : path + ":" + key;

    private Uri Address(string key, string value)
        => Uri.TryCreate(value, UriKind.Absolute, out var address) ? address : throw Wrong(key, "an absolute address such as http://server:22015");

    private bool Flag(string key, string value) => bool.TryParse(value, out var flag) ? flag : throw Wrong(key, "true or false");

    private int Number(string key, string value)
        => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(key, "a whole number of at most 2147483647");

    private TimeSpan Time(string key, string value)
        // TimeSpan would read a number without colons as days.
        => value.Contains(':') && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) ? time : throw Wrong(key, "a time such as 00:01:30");

    private TimeZoneInfo Zone(string key, string value)
        => LocalTime.TryFind(value, out _) ?? throw Wrong(key, "a time zone that this machine knows, such as Asia/Tokyo");

    private InvalidOperationException Wrong(string key, string expected)
        => new("The configuration value '" + PathOf(key) + "' is not " + expected + ".");
}
