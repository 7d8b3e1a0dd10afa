namespace ApiSpec.Json;

/// <summary>A value that cannot be sent. Its path in the body grows while the exception passes the objects and lists that hold the value.</summary>
#pragma warning disable CA1032, CA1064 // Users see the exception that Describe returns.
internal sealed class InvalidBodyException : ArgumentException
#pragma warning restore CA1032, CA1064
{
    private readonly string _rule;
    private readonly object? _value;
    private readonly bool _isRange;
    private string _path;

    /// <summary>Refuses a value.</summary>
    /// <param name="rule">The rule of the reference, as a sentence.</param>
    /// <param name="path">The member that holds the value; empty: the value itself, which a list or map can hold.</param>
    /// <param name="value">The value for the message, or null if it is secret or not helpful.</param>
    /// <param name="isRange">Whether the value is a number outside its range.</param>
    public InvalidBodyException(string rule, string path, object? value = null, bool isRange = false)
        : base(rule)
    {
        _rule = rule;
        _path = path;
        _value = value;
        _isRange = isRange;
    }

    /// <summary>The path of the value, such as <c>outlets[3].name</c>.</summary>
    public override string? ParamName => _path.Length == 0 ? null : _path;

    /// <summary>Puts the name of a member before the path.</summary>
    /// <returns>False, so that an exception filter that calls it lets the exception pass.</returns>
    public bool Under(string name)
    {
        _path = _path.Length == 0 || _path[0] == '[' ? name + _path : name + "." + _path;
        return false;
    }

    /// <summary>Puts the index of an item before the path.</summary>
    /// <returns>False, so that an exception filter that calls it lets the exception pass.</returns>
    public bool Under(int index) => Under("[" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]");

    /// <summary>The exception for the caller: of the same type as for a parameter that breaks the rule, with the path as the name of the parameter.</summary>
    public ArgumentException Describe()
        => !_isRange ? new ArgumentException(_rule, ParamName)
            : _value is null ? new ArgumentOutOfRangeException(ParamName, _rule)
            : new ArgumentOutOfRangeException(ParamName, _value, _rule);
}
