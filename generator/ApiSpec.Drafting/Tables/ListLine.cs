using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads items of lists, also those that plain text shows with a bullet.</summary>
internal static class ListLine
{
    /// <summary>Whether a line is an item.</summary>
    public static bool Is(PageLine line) => line.IsItem || (line.Kind == LineKind.Text && Folding.WithoutBullet(line.Text).Length < line.Text.Length);

    /// <summary>Returns the level of an item, for the comparison with others; 0: the document does not say.</summary>
    public static int LevelOf(PageLine line) => line.ListDepth > 0 ? line.ListDepth : line.Indent;
}
