using System.Diagnostics.CodeAnalysis;

namespace ApiSpec.Transport;

/// <summary>Features that a project can switch off, with a property of MSBuild. They are on by default.</summary>
/// <remarks>
/// Uses of a feature check its switch directly, not through another method. Only then does a trimmed program without the feature not contain its code.
/// </remarks>
internal static class FeatureSwitches
{
    /// <summary>Whether the program can have traces and metrics (<c>ApiSpecTelemetry</c>).</summary>
    [FeatureSwitchDefinition("ApiSpec.Telemetry")]
    public static bool Telemetry { get; } = IsOn("ApiSpec.Telemetry");

    /// <summary>Whether the program can decompress bodies (<c>ApiSpecDecompression</c>).</summary>
    [FeatureSwitchDefinition("ApiSpec.Decompression")]
    public static bool Decompression { get; } = IsOn("ApiSpec.Decompression");

    private static bool IsOn(string name) => !AppContext.TryGetSwitch(name, out var isOn) || isOn;
}
