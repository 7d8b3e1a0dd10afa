namespace ApiSpec.Drafting.Drafts;

/// <summary>How certain a line of a draft is.</summary>
internal enum Certainty
{
    /// <summary>The page prints it. The line has no mark.</summary>
    Printed,

    /// <summary>It follows from other parts of the page, such as its example.</summary>
    Inferred,

    /// <summary>A person has to check it.</summary>
    Guessed,
}

/// <summary>The certainty of an entry, and the reason.</summary>
/// <param name="Certainty">The certainty.</param>
/// <param name="Reason">The text of the mark; null: the line has no mark.</param>
internal readonly record struct Mark(Certainty Certainty, string? Reason)
{
    public static Mark Printed { get; } = new(Certainty.Printed, null);

    public static Mark FromExample { get; } = new(Certainty.Inferred, "from the example");

    /// <summary>The mark of an example whose path has a base path before the printed one. Only the API file says whether it is the right one.</summary>
    public static Mark BelowBase { get; } = From("a base path");

    public static Mark From(string what) => new(Certainty.Inferred, "from " + what);

    public static Mark Check(string? what = null) => new(Certainty.Guessed, what is null ? "check" : "check: " + what);

    /// <summary>Returns the less certain of two.</summary>
    public Mark And(Mark other)
    {
        if (other.Certainty == Certainty && other.Reason != Reason && Reason is not null)
        {
            if (Certainty != Certainty.Guessed)
                return this;
            var reason = other.Reason!.Replace("check: ", "", StringComparison.Ordinal);
            return Reason.EndsWith(": " + reason, StringComparison.Ordinal) || Reason.Contains("; " + reason, StringComparison.Ordinal)
                ? this
                : this with { Reason = Reason + "; " + reason };
        }

        return other.Certainty > Certainty ? other : this;
    }
}
