# Searches text for words that the project does not use. Each kind of text has a prefix in 'words.txt'.
use strict;
use warnings;

my @rules;
open my $list, '<', $ARGV[0] or die "$ARGV[0]: $!";
while (<$list>) {
    chomp;
    next if /^\s*(#|$)/;
    my ($pattern, $advice) = split /\s+->\s+/, $_, 2;
    die "$ARGV[0]:$.: write 'pattern -> advice'\n" unless defined $advice;
    push @rules, [qr/$pattern/, $advice];
}

my $found = 0;

# A line without the parts that are code, names or values.
sub prose {
    my ($text) = @_;
    $text =~ s/!?\[([^\]]*)\]\([^)]*\)/$1/g;                     # the label of a link
    $text =~ s/`[^`]*`/CODE/g;
    $text =~ s{<c>.*?</c>|<see(?:also)? [^>]*/>|<(?:param|typeparam)ref [^>]*/>}{CODE}g;
    $text =~ s/<[^>]*>/ /g;
    $text =~ s{https?://\S+}{URL}g;
    return $text;
}

sub check {
    my ($file, $line, $text) = @_;
    $text = prose($text);
    for my $rule (@rules) {
        my ($pattern, $advice) = @$rule;
        next unless $text =~ $pattern;
        print "$file:$line: '$&': $advice\n";
        $found++;
    }
}

# Pages: everything outside of code blocks and headings. The first block of a diagnostic page is its message, which is checked where it is written.
sub page {
    my ($file, @lines) = @_;
    my $fence = '';
    for my $i (0 .. $#lines) {
        if ($lines[$i] =~ /^\s*(```+|~~~+)/) {
            $fence = $fence eq '' ? $1 : index($1, $fence) == 0 ? '' : $fence;
            next;
        }
        check($file, $i + 1, $lines[$i]) if $fence eq '' && $lines[$i] !~ /^#/;
    }
}

# The JSON Schema: what editors show.
sub hovers {
    my ($file, @lines) = @_;
    for my $i (0 .. $#lines) {
        check($file, $i + 1, $1) if $lines[$i] =~ /"(?:description|title)": "(.*)",?\s*$/;
    }
}

# C#: XML documentation of shipped code, titles and messages of rules, and other strings that look like text.
sub code {
    my ($file, @lines) = @_;
    my $isShipped = $file =~ m{^runtime/};
    my $isRules = $file =~ m{/Diagnostics/SpecRules[^/]*\.cs$};
    for my $i (0 .. $#lines) {
        if ($lines[$i] =~ m{^\s*///\s?(.*)}) {
            check($file, $i + 1, $1) if $isShipped;
        } elsif ($lines[$i] !~ m{^\s*//}) {
            while ($lines[$i] =~ /"((?:[^"\\]|\\.)*)"/g) {
                my $text = $1;
                # Four words or more, or the end of a message, as in '; write ...'.
                check($file, $i + 1, $text) if $isRules || $text =~ /^; \w/ || $text =~ /[a-z]+ [^ ]+ [^ ]+ [^ ]+/;
            }
        }
    }
}

my @files = split /\n/, `git ls-files`;
for my $file (@files) {
    next if $file =~ m{/Snapshots/|THIRD-PARTY|^specs/jp1ao/README\.md$|AnalyzerReleases|^\.ci/};
    my $kind = $file =~ /\.md$/ ? \&page
        : $file =~ /apispec\.schema\.json$/ ? \&hovers
        : $file =~ m{^(?:runtime/|generator/ApiSpec\.(?:Language|Generator|Tool)/).*\.cs$} && $file !~ m{/(?:Emit|Code)/} ? \&code
        : next;
    open my $text, '<:encoding(UTF-8)', $file or die "$file: $!";
    my @lines = <$text>;
    chomp @lines;
    $kind->($file, @lines);
}

print $found ? "$found words to change; CONTRIBUTING.md says what is checked.\n" : "No words to change.\n";
exit($found ? 1 : 0);
