using System.Collections.Concurrent;

namespace ApiSpec.Drafting.Profiles;

/// <summary>The profiles that the tool includes.</summary>
internal static class ShippedProfiles
{
    /// <summary>The profile with the terms that most manuals have in common. It is not for one manual.</summary>
    public const string Base = "base";

    private static readonly ConcurrentDictionary<string, Profile?> s_profiles = new(StringComparer.Ordinal);

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(ShippedProfiles).Assembly.GetManifestResourceNames()
            .Where(static name => name.EndsWith(ProfileKeys.Extension, StringComparison.Ordinal))
            .Select(static name => name[..^ProfileKeys.Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Returns the profile with a name; null: there is no such profile.</summary>
    public static Profile? Find(string name) => Names.Contains(name) ? s_profiles.GetOrAdd(name, static name => Read(name)) : null;

    /// <summary>Returns the text of a profile, as a template for a new one.</summary>
    public static string TextOf(string name)
    {
        using var reader = new StreamReader(typeof(ShippedProfiles).Assembly.GetManifestResourceStream(name + ProfileKeys.Extension)!);
        return reader.ReadToEnd();
    }

    private static Profile? Read(string name)
        => ProfileReader.Read(TextOf(name), parent => parent == name ? null : Find(parent), CancellationToken.None).Profile;
}
