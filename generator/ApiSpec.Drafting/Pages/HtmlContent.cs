using AngleSharp.Dom;

namespace ApiSpec.Drafting.Pages;

/// <summary>What an element contains that can be a part of a reference.</summary>
internal sealed class HtmlContent
{
    private bool _hasBlock;

    /// <summary>Whether it contains a title, a table, code, a list of definitions or a block with a request.</summary>
    public bool HasFacts { get; private set; }

    /// <summary>Whether its text has a request outside of links. A link can repeat one.</summary>
    public bool HasRequest { get; private set; }

    public bool HasLink { get; private set; }

    /// <summary>The number of letters outside of links.</summary>
    public int Letters { get; private set; }

    private bool IsFact { get; set; }

    private bool IsBlock { get; set; }

    /// <summary>Adds what a node itself is, after all nodes that it contains.</summary>
    public void Add(INode node, Func<string, bool> isRequest)
    {
        if (node is IText text)
        {
            Letters = text.Data.Trim().Length;
            HasRequest = isRequest(text.Data);
        }
        else if (node is IElement { LocalName: "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "p" } block)
        {
            IsBlock = true;
            // Elements can divide the words of a request. Only the innermost block is read, and each of them once.
            IsFact = block.LocalName == "h1" || (!_hasBlock && !HasLink && isRequest(HtmlText.Of(block)));
        }
        else
        {
            IsFact = node is IElement { LocalName: "table" or "pre" or "dl" };
        }
    }

    /// <summary>Adds a node that it contains.</summary>
    /// <param name="inner">The content of the node.</param>
    /// <param name="isLink">Whether the node is a link.</param>
    public void Add(HtmlContent inner, bool isLink)
    {
        _hasBlock |= inner.IsBlock || inner._hasBlock;
        HasFacts |= inner.IsFact || inner.HasFacts;
        HasRequest |= inner.HasRequest && !isLink;
        HasLink |= inner.HasLink || isLink;
        Letters += isLink ? 0 : inner.Letters;
    }
}
