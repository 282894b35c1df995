-- Whether the chart had the code before it was suggested: nobody has decided on such a suggestion.
alter table suggestion add was_coded boolean not null default false;
