-- Why the credit of a patient goes back although something stands against it still.
alter table refund_request add column despite text check (btrim(despite) <> '');
