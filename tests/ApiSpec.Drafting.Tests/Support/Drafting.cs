using System.Text;
using ApiSpec.Drafting.Checking;
using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reading;

namespace ApiSpec.Drafting.Tests.Support;

/// <summary>Drafts pages like the tool.</summary>
internal static class Drafting
{
    public static Page Read(string text, string name = "page.txt")
        => PageReader.Read(name, Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    public static CheckedDraft Draft(
        string text, string profile = "jp1", string name = "page.txt", KnownSpecs? known = null, DraftOptions? options = null, string? section = null)
        => Draft(Read(text, name), ShippedProfiles.Find(profile)!, known, options, section);

    public static CheckedDraft Draft(Page page, Profile profile, KnownSpecs? known = null, DraftOptions? options = null, string? section = null)
        => PageDrafter.Draft(page, profile, section, known ?? KnownSpecs.None, options ?? new DraftOptions(null, null), TestContext.Current.CancellationToken);

    public static string PageOf(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", name));

    /// <summary>Reads specs like the tool for <c>--specs</c>.</summary>
    public static KnownSpecs Known(params string[] texts)
        => new([.. texts.Select(static (text, index) => SpecReader.Read($"{index}.apispec.yaml", text, TestContext.Current.CancellationToken).File)
            .OfType<SpecFile>()]);

    /// <summary>The lines of a draft without their marks, comments and blank lines.</summary>
    public static IReadOnlyList<string> LinesOf(string text)
        => [.. text.Split('\n').Select(static line => line.Split("  # ")[0].TrimEnd()).Where(static line => line.Length > 0 && line[0] != '#')];
}
