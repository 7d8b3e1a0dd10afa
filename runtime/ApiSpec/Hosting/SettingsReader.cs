using System.Globalization;
using System.Net;
using ApiSpec.Json;

namespace ApiSpec.Hosting;

/// <summary>Sets options from the keys of a configuration section. Unknown keys are ignored, and secrets are not read.</summary>
/// <param name="path">The path of the section, for messages, or null for the whole configuration.</param>
internal sealed class SettingsReader(string? path)
{
    private const string ThumbprintsPrefix = nameof(ApiClientOptions.TrustedCertificateThumbprints) + ":";
    private const string HeadersPrefix = nameof(ApiClientOptions.Headers) + ":";

    /// <exception cref="InvalidOperationException">A value is not of the kind that its key needs.</exception>
    public void Apply<TClient>(ApiClientOptions<TClient> options, string key, string value)
        where TClient : class
    {
        if (Is(key, nameof(options.BaseAddress)))
            options.BaseAddress = Address(key, value);
        else
            ApplyCommon(options, key, value);
    }

    private void ApplyCommon(ApiClientOptions options, string key, string value)
    {
        if (Is(key, nameof(options.Language)))
            options.Language = value;
        else if (Is(key, nameof(options.UserAgent)))
            options.UserAgent = value;
        else if (Is(key, nameof(options.Edition)))
            options.Edition = value;
        else if (Is(key, nameof(options.TimeZone)))
            options.TimeZone = Zone(key, value);
        else if (Is(key, nameof(options.Timeout)))
            options.Timeout = Time(key, value);
        else if (Is(key, nameof(options.ReadTimeout)))
            options.ReadTimeout = Time(key, value);
        else if (Is(key, nameof(options.RequireHttps)))
            options.RequireHttps = bool.TryParse(value, out var requires) ? requires : throw Wrong(key, "true or false");
        else if (Is(key, nameof(options.Proxy)))
            options.Proxy = new WebProxy(Address(key, value));
        else if (Is(key, nameof(options.MaxResponseHeaderBytes)))
            options.MaxResponseHeaderBytes = Number(key, value);
        else if (Is(key, nameof(options.MaxResponseBytes)))
            options.MaxResponseBytes = Number(key, value);
        else if (Is(key, nameof(options.MaxResponseValues)))
            options.MaxResponseValues = Number(key, value);
        else if (Is(key, nameof(options.MaxErrorBodyBytes)))
            options.MaxErrorBodyBytes = Number(key, value);
        else if (Is(key, nameof(options.MaxJsonDepth)))
            options.MaxJsonDepth = Number(key, value);
        else if (key.StartsWith(HeadersPrefix, StringComparison.OrdinalIgnoreCase))
            options.Headers[key.Substring(HeadersPrefix.Length)] = value;
        else if (key.StartsWith(ThumbprintsPrefix, StringComparison.OrdinalIgnoreCase))
            options.TrustedCertificateThumbprints.Add(value);
    }

    private static bool Is(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);

    private Uri Address(string key, string value)
        => Uri.TryCreate(value, UriKind.Absolute, out var address) ? address : throw Wrong(key, "an absolute address such as http://server:22015");

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
        => new("The configuration value '" + (path is null ? key : path + ":" + key) + "' is not " + expected + ".");
}
