using AngleSharp.Dom;

namespace ApiSpec.Drafting.Pages;

/// <summary>Recognises a table of contents: a block that only has links to later parts of its page.</summary>
internal static class HtmlContents
{
    private const int FewestLinks = 2;
    private const int MostAround = 16;

    /// <summary>Whether all text of a block is in links to other parts of the page.</summary>
    /// <param name="block">The block.</param>
    /// <param name="byId">Returns the elements of the page by their ids.</param>
    public static bool Is(IElement block, Func<IReadOnlyDictionary<string, IElement>> byId)
    {
        if (block.LocalName is not ("ul" or "ol" or "div" or "section" or "aside" or "table" or "dl"))
            return false;
        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in block.Descendants<IText>().Where(static text => !string.IsNullOrWhiteSpace(text.Data)))
        {
            if (LinkAround(text, block) is not { } link)
                return false;
            targets.Add(link.GetAttribute("href")!);
        }

        // Links to parts above are alternatives, or lead back.
        return targets.Count >= FewestLinks
            && targets.All(target => byId().TryGetValue(target[1..], out var part) && IsBefore(block, part) && !block.Contains(part));
    }

    private static bool IsBefore(IElement block, IElement part)
        => block.SourceReference is not { } start || part.SourceReference is not { } target || start.Position.Index < target.Position.Index;

    private static IElement? LinkAround(IText text, IElement block)
    {
        var around = text.ParentElement;
        for (var i = 0; i < MostAround && around is not null && around != block; i++, around = around.ParentElement)
        {
            if (around.LocalName == "a" && around.GetAttribute("href") is ['#', _, ..])
                return around;
        }

        return null;
    }
}
