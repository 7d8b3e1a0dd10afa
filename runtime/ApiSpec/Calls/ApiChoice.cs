using System.ComponentModel;

namespace ApiSpec.Generated;

/// <summary>Checks rules over several optional arguments before anything is sent. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiChoice
{
    /// <summary>Exactly one of the arguments must be given.</summary>
    /// <param name="names">The arguments, as the reference calls them.</param>
    /// <param name="given">How many are given.</param>
    /// <exception cref="ArgumentException">None is given, or several are.</exception>
    public static void ExactlyOne(string names, int given)
    {
        if (given != 1)
            throw new ArgumentException("Exactly one of these must be given: " + names + ".");
    }

    /// <summary>One of the arguments must be given, and several can be.</summary>
    /// <param name="names">The arguments, as the reference calls them.</param>
    /// <param name="given">How many are given.</param>
    /// <exception cref="ArgumentException">None is given.</exception>
    public static void AtLeastOne(string names, int given)
    {
        if (given < 1)
            throw new ArgumentException("At least one of these must be given: " + names + ".");
    }

    /// <summary>Only one of the arguments can be given.</summary>
    /// <param name="names">The arguments, as the reference calls them.</param>
    /// <param name="given">How many are given.</param>
    /// <exception cref="ArgumentException">Several are given.</exception>
    public static void AtMostOne(string names, int given)
    {
        if (given > 1)
            throw new ArgumentException("At most one of these can be given: " + names + ".");
    }
}
